package dev.sluice.laws.fault;

import dev.sluice.abi.call.Hostcalls;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;

/** Hostcalls of which some are answered in another way. */
final class Intercepted {
  private Intercepted() {}

  /** What answers a hostcall. */
  @FunctionalInterface
  interface Interceptor {
    /** The answer to a call of this method of a family. */
    Object answer(Method method, Object[] arguments, Original original) throws Throwable;
  }

  /** The hostcall as it was meant, with these or other arguments. */
  @FunctionalInterface
  interface Original {
    Object call(Object... arguments) throws Throwable;
  }

  static Hostcalls over(Hostcalls host, Interceptor interceptor) {
    return proxy(Hostcalls.class, (family, method, arguments) -> proxy(method.getReturnType(),
        (none, call, values) -> interceptor.answer(call, values, given -> invoke(call, invoke(method, host), given))));
  }

  private static Object invoke(Method method, Object target, Object... arguments) throws Throwable {
    try {
      return method.invoke(target, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }

  private static <T> T proxy(Class<T> type, java.lang.reflect.InvocationHandler handler) {
    return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
  }
}
