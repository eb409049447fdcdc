package dev.sluice.abi.guest;

import dev.sluice.abi.Bytes;
import dev.sluice.abi.LogLevel;
import dev.sluice.abi.event.HostCallbacks;

/**
 * What the host calls. A callback's method is named after its {@link dev.sluice.abi.Callback} and is exported only
 * where the plugin {@linkplain dev.sluice.abi.Needs needs} it; {@code initialize}, {@code allocate} and the ABI marker
 * always are.
 */
final class Exports {
  private static HostCallbacks callbacks;

  private Exports() {}

  /** {@code _initialize}: runs once, when the VM has loaded the module, before any other export. */
  static void initialize() {
    Arena.enter();
    GuestHostcalls host = new GuestHostcalls();
    try {
      callbacks = Entry.create(host);
    } catch (Throwable failure) {
      host.log().log(LogLevel.CRITICAL, Bytes.utf8("the plugin's class cannot be initialised: " + failure));
      throw failure;
    } finally {
      Arena.leave();
    }
  }

  /** {@code proxy_abi_version_0_2_1}: its presence tells the host which ABI this is. */
  static void abiVersion() {}

  /** {@code proxy_on_memory_allocate}: room for what the host is about to hand over. */
  static int allocate(int size) {
    return Arena.allocate(size);
  }

  static int onVmStart(int contextId, int configurationSize) {
    Arena.enter();
    boolean accepted = callbacks.onVmStart(contextId, configurationSize);
    Arena.leave();
    return accepted ? 1 : 0;
  }

  static int onConfigure(int contextId, int configurationSize) {
    Arena.enter();
    boolean accepted = callbacks.onConfigure(contextId, configurationSize);
    Arena.leave();
    return accepted ? 1 : 0;
  }

  static void onContextCreate(int contextId, int parentContextId) {
    Arena.enter();
    callbacks.onContextCreate(contextId, parentContextId);
    Arena.leave();
  }

  static int onRequestHeaders(int contextId, int headerCount, int endOfStream) {
    Arena.enter();
    int status = callbacks.onRequestHeaders(contextId, headerCount, endOfStream != 0).code();
    Arena.leave();
    return status;
  }

  static int onResponseHeaders(int contextId, int headerCount, int endOfStream) {
    Arena.enter();
    int status = callbacks.onResponseHeaders(contextId, headerCount, endOfStream != 0).code();
    Arena.leave();
    return status;
  }

  static int onDone(int contextId) {
    Arena.enter();
    boolean done = callbacks.onDone(contextId);
    Arena.leave();
    return done ? 1 : 0;
  }

  static void onLog(int contextId) {
    Arena.enter();
    callbacks.onLog(contextId);
    Arena.leave();
  }

  static void onDelete(int contextId) {
    Arena.enter();
    callbacks.onDelete(contextId);
    Arena.leave();
  }
}
