package dev.sluice.host.model;

import dev.sluice.abi.BufferType;
import dev.sluice.abi.Bytes;
import dev.sluice.abi.Callback;
import dev.sluice.abi.Fetched;
import dev.sluice.abi.LogLevel;
import dev.sluice.abi.Status;
import java.util.function.Consumer;

/**
 * A plugin with one configuration in one VM. Retired when the plugin is configured anew or taken away; it then ends
 * with its last stream.
 */
final class RootContext extends Context {
  private final Vm vm;
  private final Consumer<LogLine> log;
  private boolean configuring;
  private boolean retired;
  private int streams;

  RootContext(Vm vm, PluginSpec plugin, HostcallTrace trace, Consumer<LogLine> log) {
    super(vm.nextContextId(), plugin, trace);
    this.vm = vm;
    this.log = log;
    vm.rootAdded();
  }

  Vm vm() {
    return vm;
  }

  /** Creates and starts it; false when the plugin refuses or its VM fails ({@code Context::onStart}). */
  boolean start() {
    configuring = true;
    if (vm.guest().exports(Callback.CONTEXT_CREATE)) {
      vm.call(this, guest -> {
        guest.onContextCreate(id(), 0);
        return true;
      }, false);
    }
    configuring = false;
    boolean started = !vm.guest().exports(Callback.VM_START)
        || vm.call(this, guest -> guest.onVmStart(id(), plugin().vmConfiguration().length()), false);
    return started && !vm.failed();
  }

  /** Hands the configuration over; false when the plugin refuses it or its VM fails. */
  boolean configure() {
    configuring = true;
    boolean accepted = !vm.guest().exports(Callback.CONFIGURE)
        || vm.call(this, guest -> guest.onConfigure(id(), plugin().configuration().length()), false);
    configuring = false;
    return accepted && !vm.failed();
  }

  void streamOpened() {
    streams++;
  }

  void streamClosed() {
    streams--;
    endIfOver();
  }

  /** Takes no streams from now on. */
  void retire() {
    retired = true;
    endIfOver();
  }

  private void endIfOver() {
    if (!retired || streams > 0) {
      return;
    }
    boolean done = !vm.guest().exports(Callback.DONE) || vm.call(this, guest -> guest.onDone(id()), true);
    if (done && vm.guest().exports(Callback.DELETE)) {
      vm.call(this, guest -> {
        guest.onDelete(id());
        return true;
      }, false);
    }
    vm.rootRemoved();
  }

  /** The plugin's configuration is there only while the plugin is created and configured. */
  @Override
  Bytes buffer(BufferType type) {
    return switch (type) {
      case VM_CONFIGURATION -> plugin().vmConfiguration();
      case PLUGIN_CONFIGURATION -> configuring ? plugin().configuration() : null;
      default -> null;
    };
  }

  @Override
  Fetched property(Bytes path) {
    Bytes value = PluginAttributes.find(plugin(), path);
    return value == null ? Fetched.failed(Status.NOT_FOUND) : Fetched.of(value);
  }

  /** There is no stream whose state this could become. */
  @Override
  Status setProperty(Bytes path, Bytes value) {
    return Status.NOT_FOUND;
  }

  /** Envoy answers OK and does nothing. */
  @Override
  Status reply(LocalReply reply) {
    log(LogLevel.WARN, Bytes.utf8("proxy_send_local_response outside of a stream has no effect"));
    return Status.OK;
  }

  @Override
  void log(LogLevel level, Bytes message) {
    log.accept(new LogLine(level, plugin().name(), id(), message));
  }
}
