package dev.sluice.host.model;

import dev.sluice.abi.Callback;
import dev.sluice.abi.call.Hostcalls;
import dev.sluice.abi.event.HostCallbacks;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Function;

/**
 * The JVM runner: a plugin as Java objects, with no wasm in between. A throwable that leaves a callback is what a trap
 * is in wasm: the VM is dead, the failure policy applies.
 */
public final class JvmPlugin implements GuestSource {
  private final Function<Hostcalls, HostCallbacks> factory;
  private final Set<Callback> exports;

  private JvmPlugin(Function<Hostcalls, HostCallbacks> factory, Set<Callback> exports) {
    this.factory = factory;
    this.exports = exports;
  }

  /** A plugin that has every callback. The factory runs once for each VM; hostcalls other than log fail in it. */
  public static JvmPlugin of(Function<Hostcalls, HostCallbacks> factory) {
    return new JvmPlugin(factory, EnumSet.allOf(Callback.class));
  }

  /** The same plugin with these callbacks only, as a compiled module that exports no others. */
  public JvmPlugin exporting(Set<Callback> callbacks) {
    EnumSet<Callback> only = EnumSet.noneOf(Callback.class);
    only.addAll(callbacks);
    return new JvmPlugin(factory, only);
  }

  @Override
  public Guest instantiate(GuestEnvironment environment) {
    return new Instance(factory.apply(environment.calls().forJava()), exports);
  }

  private record Instance(HostCallbacks callbacks, Set<Callback> exported) implements Guest {
    @Override
    public boolean exports(Callback callback) {
      return exported.contains(callback);
    }
  }
}
