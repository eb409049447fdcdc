package dev.sluice.bridge.teavm;

import java.lang.reflect.Field;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.teavm.backend.wasm.model.WasmArray;
import org.teavm.backend.wasm.model.WasmBlockType;
import org.teavm.backend.wasm.model.WasmCompositeType;
import org.teavm.backend.wasm.model.WasmCompositeTypeVisitor;
import org.teavm.backend.wasm.model.WasmFunction;
import org.teavm.backend.wasm.model.WasmFunctionType;
import org.teavm.backend.wasm.model.WasmModule;
import org.teavm.backend.wasm.model.WasmStructure;
import org.teavm.backend.wasm.model.WasmType;
import org.teavm.backend.wasm.model.instruction.WasmArrayCopy;
import org.teavm.backend.wasm.model.instruction.WasmArrayGet;
import org.teavm.backend.wasm.model.instruction.WasmArrayNewDefault;
import org.teavm.backend.wasm.model.instruction.WasmArrayNewFixed;
import org.teavm.backend.wasm.model.instruction.WasmArraySet;
import org.teavm.backend.wasm.model.instruction.WasmBlock;
import org.teavm.backend.wasm.model.instruction.WasmCallReference;
import org.teavm.backend.wasm.model.instruction.WasmCast;
import org.teavm.backend.wasm.model.instruction.WasmCastBranch;
import org.teavm.backend.wasm.model.instruction.WasmConditional;
import org.teavm.backend.wasm.model.instruction.WasmDefaultInstructionVisitor;
import org.teavm.backend.wasm.model.instruction.WasmFunctionReference;
import org.teavm.backend.wasm.model.instruction.WasmIndirectCall;
import org.teavm.backend.wasm.model.instruction.WasmNullConstant;
import org.teavm.backend.wasm.model.instruction.WasmStructGet;
import org.teavm.backend.wasm.model.instruction.WasmStructNew;
import org.teavm.backend.wasm.model.instruction.WasmStructNewDefault;
import org.teavm.backend.wasm.model.instruction.WasmStructSet;
import org.teavm.backend.wasm.model.instruction.WasmTest;
import org.teavm.backend.wasm.model.instruction.WasmTry;

/** Removes the types that nothing in a module mentions. One missed here would stop the renderer, not slip through. */
final class UsedTypes extends WasmDefaultInstructionVisitor implements WasmCompositeTypeVisitor {
  private static final Field GROUP_SIZE = groupSizeField();

  private final Set<WasmCompositeType> used = Collections.newSetFromMap(new IdentityHashMap<>());
  private final Deque<WasmCompositeType> work = new ArrayDeque<>();

  private UsedTypes() {}

  static void retain(WasmModule module) {
    UsedTypes types = new UsedTypes();
    for (WasmFunction function : module.functions) {
      types.use(function.getType());
      function.getLocalVariables().forEach(local -> types.use(local.getType()));
      types.visitMany(function.getBody());
    }
    module.globals.stream().forEach(global -> {
      types.use(global.getType());
      types.visitMany(global.getInitialValue());
    });
    module.tags.stream().forEach(tag -> types.use(tag.getType()));
    while (!types.work.isEmpty()) {
      types.work.remove().acceptVisitor(types);
    }
    module.types.removeIf(type -> !types.used.contains(type));
    module.types.stream().forEach(UsedTypes::forgetGroup);
  }

  private static Field groupSizeField() {
    try {
      Field field = WasmCompositeType.class.getDeclaredField("recursiveTypeCount");
      field.setAccessible(true);
      return field;
    } catch (NoSuchFieldException e) {
      throw new IllegalStateException("this is not the TeaVM that the bridge was written for", e);
    }
  }

  /** TeaVM sorts types into recursion groups once and never clears their sizes; with fewer types they change. */
  private static void forgetGroup(WasmCompositeType type) {
    try {
      GROUP_SIZE.setInt(type, 0);
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }

  private void use(WasmCompositeType type) {
    if (type != null && used.add(type)) {
      work.add(type);
    }
  }

  private void use(WasmType type) {
    if (type instanceof WasmType.CompositeReference reference) {
      use(reference.composite);
    }
  }

  private void use(List<? extends WasmType> types) {
    types.forEach(this::use);
  }

  private void use(WasmBlockType type) {
    if (type instanceof WasmBlockType.Function function) {
      use(function.ref);
    } else if (type instanceof WasmBlockType.Value value) {
      use(value.type);
    }
  }

  @Override
  public void visit(WasmStructure type) {
    use(type.getSupertype());
    type.getFields().forEach(field -> use(field.getUnpackedType()));
  }

  @Override
  public void visit(WasmArray type) {
    use(type.getElementType().asUnpackedType());
  }

  @Override
  public void visit(WasmFunctionType type) {
    type.getSupertypes().forEach(this::use);
    use(type.getParameterTypes());
    use(type.getReturnTypes());
  }

  @Override
  public void visit(WasmBlock instruction) {
    super.visit(instruction);
    use(instruction.getType());
  }

  @Override
  public void visit(WasmConditional instruction) {
    super.visit(instruction);
    use(instruction.getType());
  }

  @Override
  public void visit(WasmTry instruction) {
    super.visit(instruction);
    use(instruction.getType());
  }

  @Override
  public void visit(WasmNullConstant instruction) {
    use(instruction.getType());
  }

  @Override
  public void visit(WasmCast instruction) {
    use(instruction.getTargetType());
  }

  @Override
  public void visit(WasmTest instruction) {
    use(instruction.getTestType());
  }

  @Override
  public void visit(WasmCastBranch instruction) {
    use(instruction.getSourceType());
    use(instruction.getTargetType());
  }

  @Override
  public void visit(WasmCallReference instruction) {
    use(instruction.getType());
  }

  @Override
  public void visit(WasmIndirectCall instruction) {
    use(instruction.getType());
  }

  @Override
  public void visit(WasmFunctionReference instruction) {
    use(instruction.getFunction().getType());
  }

  @Override
  public void visit(WasmStructNew instruction) {
    use(instruction.getType());
  }

  @Override
  public void visit(WasmStructNewDefault instruction) {
    use(instruction.getType());
  }

  @Override
  public void visit(WasmStructGet instruction) {
    use(instruction.getType());
  }

  @Override
  public void visit(WasmStructSet instruction) {
    use(instruction.getType());
  }

  @Override
  public void visit(WasmArrayNewDefault instruction) {
    use(instruction.getType());
  }

  @Override
  public void visit(WasmArrayNewFixed instruction) {
    use(instruction.getType());
  }

  @Override
  public void visit(WasmArrayGet instruction) {
    use(instruction.getType());
  }

  @Override
  public void visit(WasmArraySet instruction) {
    use(instruction.getType());
  }

  @Override
  public void visit(WasmArrayCopy instruction) {
    use(instruction.getSourceArrayType());
    use(instruction.getTargetArrayType());
  }
}
