package dev.sluice.abi.guest;

import dev.sluice.abi.Bytes;
import dev.sluice.abi.LogLevel;
import dev.sluice.abi.event.HostCallbacks;

/**
 * What the host calls: the VM and its contexts; streams and callouts have classes of their own beside this one. A
 * callback's method is named after its {@link dev.sluice.abi.Callback} and is exported only where the plugin
 * {@linkplain dev.sluice.abi.Needs needs} it; {@code initialize}, {@code allocate} and the ABI marker always are.
 */
final class Exports {
  static final GuestHostcalls HOST = new GuestHostcalls();

  static HostCallbacks callbacks;

  private Exports() {}

  /** {@code _initialize}: runs once, when the VM has loaded the module, before any other export. */
  static void initialize() {
    Arena.enter();
    try {
      callbacks = Entry.create(HOST);
    } catch (Throwable failure) {
      HOST.log().log(LogLevel.CRITICAL, Bytes.utf8("the plugin's class cannot be initialised: " + failure));
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
    try {
      return callbacks.onVmStart(contextId, configurationSize) ? 1 : 0;
    } catch (Throwable failure) {
      Uncaught.log("onVmStart", failure);
      return 0;
    } finally {
      Arena.leave();
    }
  }

  static int onValidateConfiguration(int contextId, int configurationSize) {
    Arena.enter();
    try {
      return callbacks.onValidateConfiguration(contextId, configurationSize) ? 1 : 0;
    } catch (Throwable failure) {
      Uncaught.log("onValidateConfiguration", failure);
      return 0;
    } finally {
      Arena.leave();
    }
  }

  static int onConfigure(int contextId, int configurationSize) {
    Arena.enter();
    try {
      return callbacks.onConfigure(contextId, configurationSize) ? 1 : 0;
    } catch (Throwable failure) {
      Uncaught.log("onConfigure", failure);
      return 0;
    } finally {
      Arena.leave();
    }
  }

  static void onContextCreate(int contextId, int parentContextId) {
    Arena.enter();
    try {
      callbacks.onContextCreate(contextId, parentContextId);
    } catch (Throwable failure) {
      Uncaught.log("onContextCreate", failure);
    } finally {
      Arena.leave();
    }
  }

  static void onTick(int contextId) {
    Arena.enter();
    try {
      callbacks.onTick(contextId);
    } catch (Throwable failure) {
      Uncaught.log("onTick", failure);
    } finally {
      Arena.leave();
    }
  }

  static void onQueueReady(int contextId, int queue) {
    Arena.enter();
    try {
      callbacks.onQueueReady(contextId, queue);
    } catch (Throwable failure) {
      Uncaught.log("onQueueReady", failure);
    } finally {
      Arena.leave();
    }
  }

  static void onForeignFunction(int contextId, int function, int argumentsSize) {
    Arena.enter();
    try {
      callbacks.onForeignFunction(contextId, function, argumentsSize);
    } catch (Throwable failure) {
      Uncaught.log("onForeignFunction", failure);
    } finally {
      Arena.leave();
    }
  }

  static int onDone(int contextId) {
    Arena.enter();
    try {
      return callbacks.onDone(contextId) ? 1 : 0;
    } catch (Throwable failure) {
      Uncaught.log("onDone", failure);
      return 1;
    } finally {
      Arena.leave();
    }
  }

  static void onLog(int contextId) {
    Arena.enter();
    try {
      callbacks.onLog(contextId);
    } catch (Throwable failure) {
      Uncaught.log("onLog", failure);
    } finally {
      Arena.leave();
    }
  }

  static void onDelete(int contextId) {
    Arena.enter();
    try {
      callbacks.onDelete(contextId);
    } catch (Throwable failure) {
      Uncaught.log("onDelete", failure);
    } finally {
      Arena.leave();
    }
  }
}
