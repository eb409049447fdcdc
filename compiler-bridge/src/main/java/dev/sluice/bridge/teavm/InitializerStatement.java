package dev.sluice.bridge.teavm;

import java.util.ArrayList;
import java.util.List;
import org.teavm.backend.wasm.model.WasmGlobal;
import org.teavm.backend.wasm.model.instruction.WasmCall;
import org.teavm.backend.wasm.model.instruction.WasmFunctionReference;
import org.teavm.backend.wasm.model.instruction.WasmGetGlobal;
import org.teavm.backend.wasm.model.instruction.WasmInstruction;
import org.teavm.backend.wasm.model.instruction.WasmInstructionList;
import org.teavm.backend.wasm.model.instruction.WasmInt32Constant;
import org.teavm.backend.wasm.model.instruction.WasmNullConstant;
import org.teavm.backend.wasm.model.instruction.WasmStructSet;

/**
 * A run of instructions of TeaVM's initialiser that leaves the stack as it was.
 *
 * @param writes the last instruction where the statement does nothing but set a field of {@code target}, otherwise null
 * @param target the global that holds the structure written to, null where {@code writes} is null
 * @param touched the globals handed to a helper that fills them in; empty where the statement always has to run
 */
record InitializerStatement(
    List<WasmInstruction> instructions, WasmStructSet writes, WasmGlobal target, List<WasmGlobal> touched) {

  /** Splits a body; anything that is not plainly one of the two known forms becomes a statement that always runs. */
  static List<InitializerStatement> split(WasmInstructionList body) {
    List<InitializerStatement> statements = new ArrayList<>();
    List<WasmInstruction> open = new ArrayList<>();
    boolean simple = true;
    int depth = 0;
    for (WasmInstruction instruction : body) {
      open.add(instruction);
      switch (instruction) {
        case WasmGetGlobal ignored -> depth++;
        case WasmInt32Constant ignored -> depth++;
        case WasmFunctionReference ignored -> depth++;
        case WasmNullConstant ignored -> depth++;
        case WasmStructSet ignored -> depth -= 2;
        case WasmCall call ->
          depth +=
              call.getFunction().getType().getReturnTypes().size()
                  - call.getFunction().getType().getParameterTypes().size();
        default -> simple = false;
      }
      if (simple && depth == 0) {
        statements.add(of(open));
        open = new ArrayList<>();
      }
    }
    if (!open.isEmpty()) {
      statements.add(new InitializerStatement(open, null, null, List.of()));
    }
    return statements;
  }

  private static InitializerStatement of(List<WasmInstruction> instructions) {
    WasmInstruction last = instructions.getLast();
    if (instructions.size() == 3
        && last instanceof WasmStructSet set
        && instructions.getFirst() instanceof WasmGetGlobal target) {
      return new InitializerStatement(instructions, set, target.getGlobal(), List.of());
    }
    List<WasmGlobal> touched = new ArrayList<>();
    boolean fills = last instanceof WasmCall call && isHelper(call);
    for (WasmInstruction instruction : instructions) {
      if (fills && instruction instanceof WasmGetGlobal global) {
        touched.add(global.getGlobal());
      }
    }
    return new InitializerStatement(instructions, null, null, touched);
  }

  /** TeaVM's helpers that only write into the structures they are given. */
  private static boolean isHelper(WasmCall call) {
    String name = call.getFunction().getName();
    return name.startsWith("teavm@fill") || name.startsWith("teavm@objectVirtualTable");
  }

  /** Makes these statements the whole body. TeaVM's lists are safe to take apart from the front only. */
  static void replace(WasmInstructionList body, List<InitializerStatement> statements) {
    while (!body.isEmpty()) {
      body.getFirst().delete();
    }
    statements.forEach(statement -> statement.instructions().forEach(body::add));
  }
}
