package dev.sluice.testkit;

import dev.sluice.abi.Callback;
import dev.sluice.abi.event.HostCallbacks;
import dev.sluice.host.model.Guest;
import dev.sluice.host.model.GuestEnvironment;
import dev.sluice.host.model.GuestSource;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.function.Consumer;

/**
 * A plugin's code on the model of a proxy, telling each call in either direction by the name that it has in the ABI.
 *
 * @param overridden true where the host is to make only the callbacks that the plugin's class overrides, as it is with
 *     the compiled module of a plugin against the ABI alone
 */
record RecordingSource(GuestSource source, boolean overridden, Consumer<String> called) implements GuestSource {
  @Override
  public Guest instantiate(GuestEnvironment environment) {
    environment.calls().observe(called);
    Guest guest = source.instantiate(environment);
    HostCallbacks callbacks = guest.callbacks();
    HostCallbacks told =
        (HostCallbacks) Proxy.newProxyInstance(
            HostCallbacks.class.getClassLoader(),
            new Class<?>[] {HostCallbacks.class},
            (proxy, method, arguments) -> call(callbacks, method, arguments));
    return new Recorded(guest, told, overridden ? callbacks.getClass() : null);
  }

  private Object call(HostCallbacks callbacks, Method method, Object[] arguments) throws Throwable {
    for (Callback callback : Callback.values()) {
      if (method.getName().equals(methodName(callback))) {
        called.accept(callback.exportName());
      }
    }
    try {
      return method.invoke(callbacks, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }

  /** VM_START becomes onVmStart. */
  private static String methodName(Callback callback) {
    StringBuilder name = new StringBuilder("on");
    for (String word : callback.name().split("_", -1)) {
      name.append(word.charAt(0)).append(word.substring(1).toLowerCase(java.util.Locale.ROOT));
    }
    return name.toString();
  }

  private record Recorded(Guest guest, HostCallbacks callbacks, Class<?> type) implements Guest {
    @Override
    public boolean exports(Callback callback) {
      return guest.exports(callback) && (type == null || overrides(callback));
    }

    private boolean overrides(Callback callback) {
      String name = methodName(callback);
      return Arrays.stream(type.getMethods())
          .anyMatch(method -> method.getName().equals(name) && method.getDeclaringClass() != HostCallbacks.class);
    }

    @Override
    public void close() {
      guest.close();
    }
  }
}
