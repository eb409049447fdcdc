package dev.sluice.host.model;

import dev.sluice.abi.Bytes;
import dev.sluice.abi.LogLevel;
import dev.sluice.abi.event.HostCallbacks;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * One guest with the contexts in it. A failure is final: a failed VM is never called again. It lives as long as a plugin
 * in it does; a plugin that has ended but is not done yet does not keep it.
 */
final class Vm {
  private static final int CALL_STEP = 4;

  private final Worker worker;
  private final PluginSpec.VmKey key;
  private final Guest guest;
  private final CurrentContext current;
  private final Map<Integer, Context> contexts = new HashMap<>();
  private final ArrayDeque<Runnable> actions = new ArrayDeque<>();
  private final MetricHandles metrics = new MetricHandles();
  private final Map<PluginSpec, RootContext> roots = new HashMap<>();
  private final Map<PluginSpec, RootContext> notDone = new HashMap<>();
  private int depth;
  private int lastContextId;
  private int lastHttpCall;
  private int lastGrpcCall = 1;
  private int lastGrpcStream = 2;
  private VmFailure failure;

  private Vm(Worker worker, PluginSpec.VmKey key, Guest guest, CurrentContext current) {
    this.worker = worker;
    this.key = key;
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
    Capabilities capabilities = new Capabilities(plugin.allowedCapabilities(), environment.profile());
    CurrentContext current = new CurrentContext(
        line -> log.accept(line.of(plugin.name())), environment.logLevel(), capabilities);
    GuestEnvironment forGuest = new GuestEnvironment(
        new HostFamilies(current, environment), environment.clock(), environment.random(), environment.limits());
    try {
      Guest guest = plugin.source().instantiate(forGuest);
      Guest limited = capabilities.restrict() ? new RestrictedGuest(guest, capabilities) : guest;
      worker.proxy().shared().enter(plugin.vmId());
      return new Vm(worker, plugin.vmKey(), limited, current);
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

  PluginSpec.VmKey key() {
    return key;
  }

  /** The id that it shares data and queues by. */
  String id() {
    return key.vmId();
  }

  SharedState shared() {
    return worker.proxy().shared();
  }

  MetricHandles metrics() {
    return metrics;
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

  /** The token of a new gRPC call. */
  int nextGrpcCall() {
    lastGrpcCall += CALL_STEP;
    return lastGrpcCall;
  }

  /** The token of a new gRPC stream. */
  int nextGrpcStream() {
    lastGrpcStream += CALL_STEP;
    return lastGrpcStream;
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
    CurrentContext.Frame before = current.enter(context);
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
      current.leave(before);
    }
  }

  private void fail(Context context, VmFailure cause) {
    failure = cause;
    context.log(LogLevel.CRITICAL, Bytes.utf8("the plugin's VM failed: " + cause.getMessage()));
  }

  void rootAdded(RootContext root) {
    roots.put(root.plugin(), root);
  }

  /** The root context of this very plugin; null where there is none, or it has ended. */
  RootContext root(PluginSpec plugin) {
    return roots.get(plugin);
  }

  /**
   * A root context has ended. With the last one the guest is closed, and those that are not done go without a word
   * ({@code ~WasmHandleBase}).
   *
   * @param done false where the plugin wants to say so by itself
   */
  void rootEnded(RootContext root, boolean done) {
    roots.remove(root.plugin());
    RootContext forgotten = done ? null : notDone.put(root.plugin(), root);
    if (forgotten != null) {
      forgotten.gone();
    }
    if (roots.isEmpty()) {
      notDone.values().forEach(RootContext::gone);
      notDone.clear();
      guest.close();
      shared().leave(id());
    }
  }

  /** A plugin says that it is done; false unless its root context waits for that. */
  boolean done(PluginSpec plugin) {
    RootContext waiting = notDone.remove(plugin);
    if (waiting == null) {
      return false;
    }
    afterwards(waiting::delete);
    return true;
  }

  boolean isUnused() {
    return roots.isEmpty();
  }
}
