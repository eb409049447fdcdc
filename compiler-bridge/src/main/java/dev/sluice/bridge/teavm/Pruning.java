package dev.sluice.bridge.teavm;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.teavm.backend.wasm.model.WasmFunction;
import org.teavm.backend.wasm.model.WasmGlobal;
import org.teavm.backend.wasm.model.WasmModule;
import org.teavm.backend.wasm.model.WasmStructure;
import org.teavm.backend.wasm.model.instruction.WasmCall;
import org.teavm.backend.wasm.model.instruction.WasmDefaultInstructionVisitor;
import org.teavm.backend.wasm.model.instruction.WasmDrop;
import org.teavm.backend.wasm.model.instruction.WasmFunctionReference;
import org.teavm.backend.wasm.model.instruction.WasmGetGlobal;
import org.teavm.backend.wasm.model.instruction.WasmSetGlobal;
import org.teavm.backend.wasm.model.instruction.WasmStructGet;
import org.teavm.backend.wasm.model.instruction.WasmStructSet;

/**
 * Takes out of a module what no export leads to. TeaVM keeps its JavaScript helpers, and its initialiser fills in a
 * class object and a virtual table for every class, whether or not anything looks at them. So the statements of the
 * initialiser count only when what they write to is reached, and a field only when some reached code reads it.
 */
final class Pruning extends WasmDefaultInstructionVisitor {
  private final WasmModule module;
  private final WasmFunction initializer;
  private final Set<WasmFunction> functions = Collections.newSetFromMap(new IdentityHashMap<>());
  private final Set<WasmGlobal> globals = Collections.newSetFromMap(new IdentityHashMap<>());
  private final Set<Field> fieldsRead = new HashSet<>();
  private final List<InitializerStatement> waiting = new ArrayList<>();
  private final List<FunctionStore> stores = new ArrayList<>();
  private final Deque<Runnable> work = new ArrayDeque<>();

  /** A function put into a field, within a function that fills in structures: counts once the field is read. */
  private record FunctionStore(WasmFunctionReference value, WasmStructSet set) {
    Field field() {
      return Field.of(set.getType(), set.getFieldIndex());
    }

    void delete() {
      set.insertNext(new WasmDrop());
      value.delete();
      set.delete();
    }
  }

  /** A field of a structure, named by the structure that declares it: subtypes share it. */
  private record Field(WasmStructure owner, int index) {
    static Field of(WasmStructure structure, int index) {
      WasmStructure owner = structure;
      while (owner.getSupertype() != null && owner.getSupertype().getFields().size() > index) {
        owner = owner.getSupertype();
      }
      return new Field(owner, index);
    }
  }

  private Pruning(WasmModule module, WasmFunction initializer) {
    this.module = module;
    this.initializer = initializer;
  }

  /** Prunes the module; its initialiser is TeaVM's former start function. */
  static void apply(WasmModule module, WasmFunction initializer) {
    new Pruning(module, initializer).run();
  }

  private void run() {
    List<InitializerStatement> statements = InitializerStatement.split(initializer.getBody());
    waiting.addAll(statements);
    module.functions.stream().filter(function -> function.getExportName() != null).forEach(this::reach);
    module.getFunctionTable().forEach(this::reach);
    do {
      while (!work.isEmpty()) {
        work.remove().run();
      }
    } while (reachStatements() || reachStores());
    stores.forEach(FunctionStore::delete);
    InitializerStatement.replace(
        initializer.getBody(), statements.stream().filter(statement -> !waiting.contains(statement)).toList());
    module.functions.removeIf(function -> !functions.contains(function));
    module.globals.removeIf(global -> !globals.contains(global));
    UsedTypes.retain(module);
  }

  private boolean reachStatements() {
    List<InitializerStatement> live = waiting.stream().filter(this::isLive).toList();
    waiting.removeAll(live);
    for (InitializerStatement statement : live) {
      work.add(() -> statement.instructions().forEach(instruction -> instruction.acceptVisitor(this)));
    }
    return !live.isEmpty();
  }

  private boolean reachStores() {
    List<FunctionStore> live = stores.stream().filter(store -> fieldsRead.contains(store.field())).toList();
    stores.removeAll(live);
    live.forEach(store -> reach(store.value().getFunction()));
    return !live.isEmpty();
  }

  private boolean isLive(InitializerStatement statement) {
    if (statement.writes() != null) {
      return globals.contains(statement.target())
          && fieldsRead.contains(Field.of(statement.writes().getType(), statement.writes().getFieldIndex()));
    }
    return statement.touched().isEmpty() || statement.touched().stream().anyMatch(globals::contains);
  }

  private void reach(WasmFunction function) {
    if (functions.add(function) && !function.equals(initializer)) {
      work.add(() -> visitMany(function.getBody()));
    }
  }

  private void reach(WasmGlobal global) {
    if (globals.add(global)) {
      work.add(() -> visitMany(global.getInitialValue()));
    }
  }

  @Override
  public void visit(WasmCall instruction) {
    reach(instruction.getFunction());
  }

  @Override
  public void visit(WasmFunctionReference instruction) {
    if (instruction.getNext() instanceof WasmStructSet set) {
      stores.add(new FunctionStore(instruction, set));
    } else {
      reach(instruction.getFunction());
    }
  }

  @Override
  public void visit(WasmGetGlobal instruction) {
    reach(instruction.getGlobal());
  }

  @Override
  public void visit(WasmSetGlobal instruction) {
    reach(instruction.getGlobal());
  }

  @Override
  public void visit(WasmStructGet instruction) {
    fieldsRead.add(Field.of(instruction.getType(), instruction.getFieldIndex()));
  }
}
