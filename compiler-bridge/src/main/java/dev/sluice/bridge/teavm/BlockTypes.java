package dev.sluice.bridge.teavm;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.teavm.backend.wasm.model.WasmBlockType;
import org.teavm.backend.wasm.model.WasmCompositeType;
import org.teavm.backend.wasm.model.WasmFunctionType;
import org.teavm.backend.wasm.model.WasmModule;
import org.teavm.backend.wasm.model.instruction.WasmBlock;
import org.teavm.backend.wasm.model.instruction.WasmConditional;
import org.teavm.backend.wasm.model.instruction.WasmDefaultInstructionVisitor;

/**
 * Keeps block types away from the indexes 64 to 127. Endive 1.0.0, the engine of the embedded host, takes some of them
 * for value types (their codes are -1 to -64, fixed there after 1.0.0); nothing is lost by numbering around them.
 */
final class BlockTypes extends WasmDefaultInstructionVisitor {
  private static final int FIRST_AMBIGUOUS = 64;
  private static final int FIRST_CLEAR = 128;

  private final Set<WasmFunctionType> types = Collections.newSetFromMap(new IdentityHashMap<>());

  private BlockTypes() {}

  /** Puts empty function types before the first ambiguous one; to be called on sorted types. */
  static void renumber(WasmModule module) {
    BlockTypes blocks = new BlockTypes();
    module.functions.stream().forEach(function -> blocks.visitMany(function.getBody()));
    int first =
        blocks.types.stream()
            .mapToInt(module.types::indexOf)
            .filter(index -> index >= FIRST_AMBIGUOUS && index < FIRST_CLEAR)
            .min()
            .orElse(-1);
    if (first >= 0) {
      insert(module, groupStart(module, first), FIRST_CLEAR - first);
    }
  }

  /** A recursion group must not be torn apart. */
  private static int groupStart(WasmModule module, int index) {
    int start = 0;
    while (start + Math.max(1, module.types.get(start).getRecursiveTypeCount()) <= index) {
      start += Math.max(1, module.types.get(start).getRecursiveTypeCount());
    }
    return start;
  }

  private static void insert(WasmModule module, int at, int count) {
    List<WasmCompositeType> all = new ArrayList<>(module.types.stream().toList());
    for (int i = 0; i < count; i++) {
      all.add(at, new WasmFunctionType(null, List.of(), List.of()));
    }
    module.types.clear();
    all.forEach(module.types::add);
  }

  private void add(WasmBlockType type) {
    if (type instanceof WasmBlockType.Function function) {
      types.add(function.ref);
    }
  }

  @Override
  public void visit(WasmBlock instruction) {
    super.visit(instruction);
    add(instruction.getType());
  }

  @Override
  public void visit(WasmConditional instruction) {
    super.visit(instruction);
    add(instruction.getType());
  }
}
