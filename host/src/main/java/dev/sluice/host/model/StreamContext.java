package dev.sluice.host.model;

import dev.sluice.abi.BufferType;
import dev.sluice.abi.Bytes;
import dev.sluice.abi.Callback;
import dev.sluice.abi.Fetched;
import dev.sluice.abi.HeadersStatus;
import dev.sluice.abi.LogLevel;
import dev.sluice.abi.MapType;
import dev.sluice.abi.Status;
import dev.sluice.abi.event.HostCallbacks;
import java.util.function.Consumer;
import java.util.function.Function;

/** One plugin's part of one HTTP stream. Header maps are here only in their phase, and as long as it is held. */
final class StreamContext extends Context {
  private static final int FAILED_STATUS = 503;

  private final RootContext root;
  private final HttpStream stream;
  private HeaderMap request;
  private HeaderMap response;
  private boolean logging;
  private boolean replying;
  private boolean failed;
  private LocalReply pending;

  private StreamContext(RootContext root, HttpStream stream, HostcallTrace trace) {
    super(root.vm().nextContextId(), root.plugin(), trace);
    this.root = root;
    this.stream = stream;
  }

  /** Makes the plugin's part of a stream and tells the plugin, if it wants to know. */
  static StreamContext open(RootContext root, HttpStream stream, HostcallTrace trace) {
    StreamContext context = new StreamContext(root, stream, trace);
    root.streamOpened();
    context.tell(Callback.CONTEXT_CREATE, guest -> guest.onContextCreate(context.id(), root.id()));
    return context;
  }

  FilterResult requestHeaders(HeaderMap headers, boolean endOfStream) {
    request = headers;
    FilterResult result = headers(
        Callback.REQUEST_HEADERS, guest -> guest.onRequestHeaders(id(), headers.size(), endOfStream));
    if (result instanceof FilterResult.Continue) {
      request = null;
    }
    return result;
  }

  FilterResult responseHeaders(HeaderMap headers, boolean endOfStream) {
    response = headers;
    FilterResult result = headers(
        Callback.RESPONSE_HEADERS, guest -> guest.onResponseHeaders(id(), headers.size(), endOfStream));
    if (result instanceof FilterResult.Continue) {
      response = null;
    }
    return result;
  }

  private FilterResult headers(Callback callback, Function<HostCallbacks, HeadersStatus> call) {
    Vm vm = root.vm();
    if (!vm.failed() && !vm.guest().exports(callback)) {
      return FilterResult.CONTINUE;
    }
    pending = null;
    replying = true;
    HeadersStatus status = vm.call(this, call, null);
    replying = false;
    if (status == null) {
      return failed();
    }
    if (pending != null) {
      return new FilterResult.Answer(pending);
    }
    // Envoy has no case of its own for continue-and-end-stream and goes on.
    return status == HeadersStatus.CONTINUE || status == HeadersStatus.CONTINUE_AND_END_STREAM
        ? FilterResult.CONTINUE
        : FilterResult.HOLD;
  }

  private FilterResult failed() {
    failed = true;
    return plugin().failurePolicy() == FailurePolicy.FAIL_OPEN
        ? FilterResult.CONTINUE
        : new FilterResult.Answer(LocalReply.ofProxy(FAILED_STATUS, "wasm_fail_stream", ""));
  }

  /** True when the VM failed in this stream already, so that its response callbacks are left out. */
  boolean isFailed() {
    return failed;
  }

  /** The stream is complete and can be logged. All its headers can be read, none changed. */
  void log() {
    logging = true;
    request = null;
    response = null;
    tell(Callback.LOG, guest -> guest.onLog(id()));
    logging = false;
  }

  /** The stream is gone. */
  void end() {
    tell(Callback.DONE, guest -> guest.onDone(id()));
    tell(Callback.DELETE, guest -> guest.onDelete(id()));
    root.streamClosed();
  }

  private void tell(Callback callback, Consumer<HostCallbacks> call) {
    if (root.vm().guest().exports(callback)) {
      root.vm().call(this, guest -> {
        call.accept(guest);
        return true;
      }, false);
    }
  }

  @Override
  HeaderMap readable(MapType type) {
    return switch (type) {
      case REQUEST_HEADERS -> logging ? stream.request() : request;
      case RESPONSE_HEADERS -> logging ? stream.response() : response;
      default -> null;
    };
  }

  @Override
  HeaderMap writable(MapType type) {
    return switch (type) {
      case REQUEST_HEADERS -> request;
      case RESPONSE_HEADERS -> response;
      default -> null;
    };
  }

  /** Envoy's {@code getHeaderMapValue} tells a map that is not there from a wrong phase in the log phase only. */
  @Override
  Status missingMap() {
    return logging ? Status.NOT_FOUND : Status.BAD_ARGUMENT;
  }

  @Override
  Bytes buffer(BufferType type) {
    return type == BufferType.VM_CONFIGURATION ? plugin().vmConfiguration() : null;
  }

  @Override
  Fetched property(Bytes path) {
    Bytes own = PluginAttributes.find(plugin(), path);
    Bytes value = own == null ? stream.attributes().find(path) : own;
    return value == null ? Fetched.failed(Status.NOT_FOUND) : Fetched.of(value);
  }

  @Override
  Status setProperty(Bytes path, Bytes value) {
    stream.attributes().set(path, value);
    return Status.OK;
  }

  /** Stricter than Envoy, where a second reply of one callback resets the stream. */
  @Override
  Status reply(LocalReply reply) {
    if (pending != null && replying) {
      return Status.BAD_ARGUMENT;
    }
    if (!replying) {
      log(LogLevel.WARN, Bytes.utf8("proxy_send_local_response has no effect: the stream is over"));
    }
    pending = reply;
    return Status.OK;
  }

  @Override
  void log(LogLevel level, Bytes message) {
    stream.log(new LogLine(level, plugin().name(), id(), message));
  }
}
