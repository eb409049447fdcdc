package dev.sluice.host.model;

import dev.sluice.abi.Bytes;
import dev.sluice.abi.LogLevel;
import dev.sluice.abi.event.HostCallbacks;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;

/** One guest with the contexts in it. A failure is final: a failed VM is never called again. */
final class Vm {
  private static final int CALL_STEP = 4;

  private final Worker worker;
  private final Guest guest;
  private final CurrentContext current;
  private final Map<Integer, Context> contexts = new HashMap<>();
  private final ArrayDeque<Runnable> actions = new ArrayDeque<>();
  private int depth;
  private int lastContextId;
  private int lastHttpCall;
  private int roots;
  private VmFailure failure;

  private Vm(Worker worker, Guest guest, CurrentContext current) {
    this.worker = worker;
    this.guest = guest;
    this.current = current;
  }

  /**
   * Loads the code of a plugin into a VM of its own.
   *
   * @throws VmFailure when it fails while loading
   */
  static Vm load(PluginSpec plugin, Worker worker, Consumer<LogLine> log) {
    HostEnvironment environment = worker.environment();
    CurrentContext current = new CurrentContext(line -> log.accept(line.of(plugin.name())));
    GuestEnvironment forGuest =
        new GuestEnvironment(new HostFamilies(current), environment.clock(), environment.random());
    try {
      return new Vm(worker, plugin.source().instantiate(forGuest), current);
    } catch (VmFailure | OutOfMemoryError e) {
      throw e;
    } catch (Throwable e) {
      throw VmFailure.of(e);
    }
  }

  /** The worker that this VM belongs to. */
  Worker worker() {
    return worker;
  }

  Guest guest() {
    return guest;
  }

  /** The number of a new context. */
  int attach(Context context) {
    contexts.put(++lastContextId, context);
    return lastContextId;
  }

  void detach(int contextId) {
    contexts.remove(contextId);
  }

  /** The context of this number, null where there is none. */
  Context context(int contextId) {
    return contexts.get(contextId);
  }

  /** The stream that the callback being made is about; null where it is about none. */
  StreamContext asker() {
    return current.acting().stream();
  }

  /** The token of a new HTTP call; its last two bits say what kind of call it is, as in proxy-wasm-cpp-host. */
  int nextHttpCall() {
    lastHttpCall += CALL_STEP;
    return lastHttpCall;
  }

  /** Has something done when the current callback has returned; in between the guest must not be called again. */
  void afterwards(Runnable action) {
    actions.add(action);
  }

  /** Does what callbacks have ordered, in order; nothing while a callback is running. */
  void act() {
    while (depth == 0 && !actions.isEmpty()) {
      actions.remove().run();
    }
  }

  /** Makes a callback without a result and does what it orders. */
  void tell(Context context, Consumer<HostCallbacks> callback) {
    call(context, guest -> {
      callback.accept(guest);
      return true;
    }, false);
    act();
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
    depth++;
    try {
      return callback.apply(guest.callbacks());
    } catch (OutOfMemoryError e) {
      throw e;
    } catch (Throwable e) {
      fail(context, e instanceof VmFailure known ? known : VmFailure.of(e));
      return whenFailed;
    } finally {
      depth--;
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
