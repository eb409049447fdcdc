package dev.sluice.host.model;

import dev.sluice.abi.Bytes;
import dev.sluice.abi.Fetched;
import dev.sluice.abi.LogLevel;
import dev.sluice.abi.Status;
import dev.sluice.abi.call.ForeignCalls;
import dev.sluice.host.foreign.ForeignCaller;
import dev.sluice.host.foreign.ForeignFunction;
import dev.sluice.host.foreign.ForeignFunctions;
import dev.sluice.host.foreign.PropertyDeclaration;

/** Functions that the host offers beyond the ABI, see {@link HostEnvironment#foreignFunctions()}. */
public final class ForeignFamily implements ForeignCalls {
  private static final String CALL = "proxy_call_foreign_function";

  private final CurrentContext current;

  ForeignFamily(CurrentContext current) {
    this.current = current;
  }

  /** {@inheritDoc} {@link Status#NOT_FOUND} for a name that no function has. */
  @Override
  public Fetched call(Bytes function, Bytes arguments) {
    Context context = current.require(CALL);
    ForeignFunctions known = context.vm().worker().environment().foreignFunctions();
    Fetched result = known.find(function)
        .map(found -> call(found, new Caller(context, current.called()), arguments))
        .getOrElse(() -> Fetched.failed(Status.NOT_FOUND));
    current.called(CALL, result.status(), function, arguments);
    return result;
  }

  /** A function that throws is the host's fault, not the plugin's: the VM lives on. */
  private static Fetched call(ForeignFunction function, ForeignCaller caller, Bytes arguments) {
    try {
      return function.call(caller, arguments);
    } catch (RuntimeException e) {
      caller.log(LogLevel.ERROR, "a foreign function failed: " + e);
      return Fetched.failed(Status.INTERNAL_FAILURE);
    }
  }

  /**
   * @param acting whose state hostcalls change
   * @param called whose callback is running
   */
  private record Caller(Context acting, Context called) implements ForeignCaller {
    @Override
    public String plugin() {
      return acting.plugin().name();
    }

    @Override
    public void log(LogLevel level, String message) {
      acting.log(level, Bytes.utf8(message));
    }

    @Override
    public void callBack(int function, Bytes arguments) {
      acting.root().foreignFunction(function, arguments);
    }

    @Override
    public void clearRouteCache() {
      acting.clearRouteCache();
    }

    @Override
    public Status setFilterState(String key, Bytes value) {
      return acting.setFilterState(key, value);
    }

    @Override
    public Status declareProperty(PropertyDeclaration declaration) {
      return called.declareProperty(declaration);
    }
  }
}
