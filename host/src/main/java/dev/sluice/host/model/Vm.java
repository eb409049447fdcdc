package dev.sluice.host.model;

import dev.sluice.abi.Bytes;
import dev.sluice.abi.LogLevel;
import dev.sluice.abi.event.HostCallbacks;
import java.util.function.Consumer;
import java.util.function.Function;

/** One guest with the contexts in it. A failure is final: a failed VM is never called again. */
final class Vm {
  private final Guest guest;
  private final CurrentContext current;
  private int lastContextId;
  private int roots;
  private VmFailure failure;

  private Vm(Guest guest, CurrentContext current) {
    this.guest = guest;
    this.current = current;
  }

  /**
   * Loads the code of a plugin into a VM of its own.
   *
   * @throws VmFailure when it fails while loading
   */
  static Vm load(PluginSpec plugin, HostEnvironment environment, Consumer<LogLine> log) {
    CurrentContext current = new CurrentContext(line -> log.accept(line.of(plugin.name())));
    GuestEnvironment forGuest =
        new GuestEnvironment(new HostFamilies(current), environment.clock(), environment.random());
    try {
      return new Vm(plugin.source().instantiate(forGuest), current);
    } catch (VmFailure | OutOfMemoryError e) {
      throw e;
    } catch (Throwable e) {
      throw VmFailure.of(e);
    }
  }

  Guest guest() {
    return guest;
  }

  int nextContextId() {
    return ++lastContextId;
  }

  boolean failed() {
    return failure != null;
  }

  VmFailure failure() {
    return failure;
  }

  /** Makes a callback in a context; the other value when the VM fails in it or has failed before. */
  <T> T call(Context context, Function<HostCallbacks, T> callback, T whenFailed) {
    if (failure != null) {
      return whenFailed;
    }
    Context before = current.set(context);
    long start = System.nanoTime();
    try {
      return callback.apply(guest.callbacks());
    } catch (OutOfMemoryError e) {
      throw e;
    } catch (Throwable e) {
      fail(context, e instanceof VmFailure known ? known : VmFailure.of(e));
      return whenFailed;
    } finally {
      context.trace().spent(System.nanoTime() - start);
      current.set(before);
    }
  }

  private void fail(Context context, VmFailure cause) {
    failure = cause;
    context.log(LogLevel.CRITICAL, Bytes.utf8("the plugin's VM failed: " + cause.getMessage()));
  }

  void rootAdded() {
    roots++;
  }

  /** Closes the guest with its last root context. */
  void rootRemoved() {
    if (--roots == 0) {
      guest.close();
    }
  }

  boolean isUnused() {
    return roots == 0;
  }
}
