package dev.sluice.bridge.teavm;

import dev.sluice.bridge.runtime.Doubles;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Date;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import org.teavm.backend.wasm.intrinsics.WasmGCCodeGenRegistry;
import org.teavm.backend.wasm.model.instruction.WasmFloatType;
import org.teavm.backend.wasm.model.instruction.WasmFloatUnaryOperation;
import org.teavm.model.BasicBlock;
import org.teavm.model.ClassHolder;
import org.teavm.model.ElementModifier;
import org.teavm.model.Instruction;
import org.teavm.model.MethodHolder;
import org.teavm.model.MethodReference;
import org.teavm.model.ValueType;
import org.teavm.model.instructions.InvokeInstruction;
import org.teavm.parsing.resource.Resource;
import org.teavm.parsing.resource.ResourceProvider;

/**
 * {@code java.lang.Math} for real. TeaVM leaves it to JavaScript or approximates it; since version 21 the JDK has its
 * {@code StrictMath} in Java, so a module that calls {@code Math.pow} gets the bytecode of the JDK that builds it, and
 * the same bits as {@code StrictMath} there. What WebAssembly has an instruction for uses that.
 */
final class JdkMath {
  private static final String FDLIBM = "java.lang.FdLibm";

  /** Method of Math to nested class of FdLibm; each has a static {@code compute}. */
  private static final Map<String, String> FUNCTIONS =
      Map.ofEntries(
          Map.entry("sin", "Sin"),
          Map.entry("cos", "Cos"),
          Map.entry("tan", "Tan"),
          Map.entry("asin", "Asin"),
          Map.entry("acos", "Acos"),
          Map.entry("atan", "Atan"),
          Map.entry("atan2", "Atan2"),
          Map.entry("exp", "Exp"),
          Map.entry("expm1", "Expm1"),
          Map.entry("log", "Log"),
          Map.entry("log10", "Log10"),
          Map.entry("log1p", "Log1p"),
          Map.entry("pow", "Pow"),
          Map.entry("cbrt", "Cbrt"),
          Map.entry("hypot", "Hypot"),
          Map.entry("sinh", "Sinh"),
          Map.entry("cosh", "Cosh"),
          Map.entry("tanh", "Tanh"),
          Map.entry("IEEEremainder", "IEEEremainder"));

  private static final Map<String, WasmFloatUnaryOperation> INSTRUCTIONS =
      Map.of(
          "sqrt", WasmFloatUnaryOperation.SQRT,
          "floor", WasmFloatUnaryOperation.FLOOR,
          "ceil", WasmFloatUnaryOperation.CEIL,
          "rint", WasmFloatUnaryOperation.NEAREST);

  /** Methods of Math that have their body in {@link Doubles}. */
  private static final Set<String> OWN = Set.of("round", "toRadians", "toDegrees", "ulp", "scalb");

  private static final MethodReference POWER_OF_TWO =
      new MethodReference(Doubles.class, "powerOfTwo", int.class, double.class);

  private JdkMath() {}

  /** Hands each method of Math (or StrictMath) to be redirected, with the method to call instead. */
  static void substitute(ClassHolder math, BiConsumer<MethodHolder, MethodReference> redirect) {
    for (MethodHolder method : List.copyOf(math.getMethods())) {
      String function = FUNCTIONS.get(method.getName());
      if (OWN.contains(method.getName())) {
        redirect.accept(method, new MethodReference(Doubles.class.getName(), method.getDescriptor()));
      } else if (isInstruction(method)) {
        method.setProgram(null);
        method.getModifiers().add(ElementModifier.NATIVE);
      } else if (function != null) {
        redirect.accept(method, new MethodReference(FDLIBM + "$" + function, "compute", method.getSignature()));
      }
    }
  }

  private static boolean isInstruction(MethodHolder method) {
    return INSTRUCTIONS.containsKey(method.getName()) && method.getResultType() == ValueType.DOUBLE;
  }

  /** FdLibm calls a method that only the JDK's Math has. */
  static void adaptFdLibm(ClassHolder cls) {
    if (!cls.getName().startsWith(FDLIBM)) {
      return;
    }
    for (MethodHolder method : cls.getMethods()) {
      if (method.getProgram() != null) {
        for (BasicBlock block : method.getProgram().getBasicBlocks()) {
          for (Instruction instruction : block) {
            if (instruction instanceof InvokeInstruction call && call.getMethod().getName().equals("powerOfTwoD")) {
              call.setMethod(POWER_OF_TWO);
            }
          }
        }
      }
    }
  }

  /** Makes the methods with an instruction of their own that instruction. */
  static void registerInstructions(WasmGCCodeGenRegistry registry) {
    INSTRUCTIONS.forEach(
        (name, operation) -> {
          for (Class<?> owner : List.of(Math.class, StrictMath.class)) {
            registry
                .inlineIntrinsics()
                .registerIntrinsic(
                    new MethodReference(owner, name, double.class, double.class),
                    (invocation, context, builder) -> {
                      context.generate(builder, invocation.getArguments().get(0));
                      builder.floatUnary(WasmFloatType.FLOAT64, operation);
                    });
          }
        });
  }

  /** Adds the JDK's own FdLibm to a class path; nothing else of the JDK can be reached through it. */
  static ResourceProvider withFdLibm(ResourceProvider classPath) {
    return new ResourceProvider() {
      @Override
      public Iterator<Resource> getResources(String name) {
        if (name.startsWith("java/lang/FdLibm")) {
          return List.<Resource>of(new JdkClass(name)).iterator();
        }
        return classPath.getResources(name);
      }

      @Override
      public void close() {
        classPath.close();
      }
    };
  }

  private record JdkClass(String name) implements Resource {
    @Override
    public InputStream open() {
      try {
        return Object.class.getModule().getResourceAsStream(name);
      } catch (IOException e) {
        throw new UncheckedIOException("cannot read " + name + " of this JDK", e);
      }
    }

    @Override
    @SuppressWarnings("JavaUtilDate") // TeaVM's interface
    public Date getModificationDate() {
      return new Date(0);
    }
  }
}
