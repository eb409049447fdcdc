package dev.sluice.bridge.teavm;

import java.util.List;
import org.teavm.interop.Import;
import org.teavm.interop.Intrinsified;
import org.teavm.model.ClassHolder;
import org.teavm.model.ClassHolderTransformer;
import org.teavm.model.ClassHolderTransformerContext;
import org.teavm.model.ElementModifier;
import org.teavm.model.MethodHolder;
import org.teavm.model.MethodReference;
import org.teavm.model.ValueType;
import org.teavm.model.emit.ProgramEmitter;
import org.teavm.model.emit.ValueEmitter;

/** Replaces the bodies of JDK methods that TeaVM leaves to JavaScript. */
final class JdkSubstitutions implements ClassHolderTransformer {
  private static final String WASM_GC_SUPPORT = "org.teavm.backend.wasm.runtime.WasmGCSupport";

  @Override
  public void transformClass(ClassHolder cls, ClassHolderTransformerContext context) {
    switch (cls.getName()) {
      case "java.lang.Throwable" -> withoutStackTrace(cls, context);
      case "java.lang.System" -> {
        delegate(cls, context, "currentTimeMillis", GuestNames.WASI_CLOCK, "currentTimeMillis");
        delegate(cls, context, "nanoTime", GuestNames.WASI_CLOCK, "nanoTime");
      }
      case "java.security.SecureRandom" ->
        delegate(cls, context, "nextBytes", GuestNames.WASI_RANDOM, "nextBytes");
      case "java.lang.Math", "java.lang.StrictMath" -> {
        delegate(cls, context, "random", GuestNames.WASI_RANDOM, "nextDouble");
        JdkMath.substitute(cls, (method, compute) -> delegate(method, context, compute));
      }
      case WASM_GC_SUPPORT -> {
        delegate(cls, context, "putCharStdout", GuestNames.GUEST_CONSOLE, "out");
        delegate(cls, context, "putCharStderr", GuestNames.GUEST_CONSOLE, "err");
      }
      case GuestNames.HEAP -> emptyBody(cls, context, "init");
      default -> JdkMath.adaptFdLibm(cls);
    }
  }

  /** A guest has no stack to walk: the engine's step path says where an exception came from. */
  private static void withoutStackTrace(ClassHolder throwable, ClassHolderTransformerContext context) {
    for (MethodHolder method : named(throwable, "fillInStackTrace")) {
      ProgramEmitter program = open(method, context);
      program.var(0, Throwable.class).returnValue();
    }
  }

  private static void emptyBody(ClassHolder cls, ClassHolderTransformerContext context, String name) {
    named(cls, name).forEach(method -> open(method, context).exit());
  }

  /** Makes the method call a static one with the same parameters (without {@code this}) and result. */
  private static void delegate(
      ClassHolder cls, ClassHolderTransformerContext context, String name, String toClass, String toName) {
    for (MethodHolder method : named(cls, name)) {
      delegate(method, context, new MethodReference(toClass, toName, method.getSignature()));
    }
  }

  private static void delegate(MethodHolder method, ClassHolderTransformerContext context, MethodReference to) {
    ProgramEmitter program = open(method, context);
    ValueEmitter[] arguments = new ValueEmitter[method.parameterCount()];
    for (int i = 0; i < arguments.length; i++) {
      arguments[i] = program.var(i + 1, method.parameterType(i));
    }
    if (method.getResultType() == ValueType.VOID) {
      program.invoke(to.getClassName(), to.getName(), arguments);
      program.exit();
    } else {
      program.invoke(to.getClassName(), to.getName(), method.getResultType(), arguments).returnValue();
    }
  }

  private static ProgramEmitter open(MethodHolder method, ClassHolderTransformerContext context) {
    method.getModifiers().remove(ElementModifier.NATIVE);
    for (String annotation : List.of(Import.class.getName(), Intrinsified.class.getName())) {
      if (method.getAnnotations().get(annotation) != null) {
        method.getAnnotations().remove(annotation);
      }
    }
    return ProgramEmitter.create(method, context.getHierarchy());
  }

  private static List<MethodHolder> named(ClassHolder cls, String name) {
    return cls.getMethods().stream().filter(method -> method.getName().equals(name)).toList();
  }
}
