package dev.sluice.host.model;

import dev.sluice.abi.Answer;
import dev.sluice.abi.BufferStatus;
import dev.sluice.abi.Fetched;
import dev.sluice.abi.GrpcStatus;
import dev.sluice.abi.SharedValue;
import dev.sluice.abi.Status;
import dev.sluice.abi.call.Hostcalls;
import dev.sluice.abi.codec.HeaderPairs;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;

/**
 * Hostcalls for a plugin in Java that may not make all of them: the families refuse by an exception, which becomes a
 * status here, in the form that each hostcall has. Modules are refused at their imports.
 */
final class RestrictedHostcalls {
  private RestrictedHostcalls() {}

  static Hostcalls over(Hostcalls calls) {
    return wrapped(Hostcalls.class, calls);
  }

  private static <T> T wrapped(Class<T> type, Object target) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(), new Class<?>[] {type},
            (proxy, method, arguments) -> call(target, method, arguments)));
  }

  private static Object call(Object target, Method method, Object[] arguments) throws Throwable {
    try {
      Object result = method.invoke(target, arguments);
      return method.getDeclaringClass() == Hostcalls.class ? wrapped(method.getReturnType(), result) : result;
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof RefusedHostcallException refusal) {
        return refused(method.getReturnType(), refusal.status());
      }
      throw e.getCause();
    }
  }

  private static Object refused(Class<?> type, Status status) {
    Fetched nothing = Fetched.failed(status);
    if (type == Status.class) {
      return status;
    }
    if (type == Fetched.class) {
      return nothing;
    }
    if (type == Answer.class) {
      return Answer.refused(status);
    }
    if (type == BufferStatus.class) {
      return new BufferStatus(status, 0, 0);
    }
    if (type == SharedValue.class) {
      return new SharedValue(nothing, 0);
    }
    if (type == HeaderPairs.class) {
      return HeaderPairs.over(nothing);
    }
    if (type == GrpcStatus.class) {
      return new GrpcStatus(0, nothing);
    }
    throw new IllegalStateException("no refusal has the form of a " + type.getName());
  }
}
