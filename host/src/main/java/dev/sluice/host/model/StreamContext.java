package dev.sluice.host.model;

import dev.sluice.abi.BufferType;
import dev.sluice.abi.Bytes;
import dev.sluice.abi.Callback;
import dev.sluice.abi.DataStatus;
import dev.sluice.abi.Fetched;
import dev.sluice.abi.HeadersStatus;
import dev.sluice.abi.LogLevel;
import dev.sluice.abi.MapType;
import dev.sluice.abi.Status;
import dev.sluice.abi.StreamType;
import dev.sluice.abi.event.HostCallbacks;
import dev.sluice.abi.profile.HostTrait;
import dev.sluice.host.foreign.PropertyDeclaration;
import java.util.function.Consumer;
import java.util.function.Function;

/** One plugin's part of one HTTP stream. Maps and bodies are here only in their phase, and as long as it is held. */
final class StreamContext extends Context {
  private static final int FAILED_STATUS = 503;
  private static final int INTERNAL_ERROR = 500;

  private final RootContext root;
  private final HttpStream stream;
  private final Stage request = new Stage(this);
  private final Stage response = new Stage(this);
  private boolean entered;
  private boolean logging;
  private boolean replied;
  private boolean failed;
  private boolean gone;

  StreamContext(RootContext root, HttpStream stream, HostcallTrace trace) {
    super(root.vm(), root.plugin(), trace);
    this.root = root;
    this.stream = stream;
    root.streamOpened();
  }

  @Override
  RootContext root() {
    return root;
  }

  @Override
  StreamContext stream() {
    return this;
  }

  Stage request() {
    return request;
  }

  Stage response() {
    return response;
  }

  boolean isEntered() {
    return entered;
  }

  /** The stream has come as far as this plugin, which is told so, if it wants to know. A second call does nothing. */
  void enter() {
    if (!entered) {
      entered = true;
      attach();
      tell(Callback.CONTEXT_CREATE, guest -> guest.onContextCreate(id(), root.id()));
    }
  }

  /**
   * Makes a callback whose result steers the stream. The caller then lets the {@linkplain Vm#act() VM act}.
   *
   * @param goOn the result that stands for a callback which the plugin lacks, or passes over because it has failed
   * @return null when the result does not count: the plugin has replied, or its VM has failed
   */
  <T> T ask(Callback callback, Function<HostCallbacks, T> call, T goOn) {
    if (failed || !vm().failed() && !vm().guest().exports(callback)) {
      return goOn;
    }
    replied = false;
    T answer = vm().call(this, call, null);
    if (answer == null) {
      return failed() ? goOn : null;
    }
    return replied || isRefused(answer) ? null : answer;
  }

  /** Some hosts know no answers but go on and pause; any other is an error there. */
  private boolean isRefused(Object answer) {
    int code = answer instanceof HeadersStatus headers ? headers.code()
        : answer instanceof DataStatus data ? data.code() : 0;
    if (code <= 1 || !vm().worker().environment().profile().has(HostTrait.PAUSE_OR_CONTINUE_ONLY)) {
      return false;
    }
    log(LogLevel.ERROR, Bytes.utf8("not supported: return action " + code));
    vm().afterwards(() -> stream.localReply(LocalReply.ofProxy(INTERNAL_ERROR, "bad_return_action", "")));
    return true;
  }

  /** True when the stream goes on as if the plugin were not there. */
  private boolean failed() {
    failed = true;
    if (plugin().failurePolicy() == FailurePolicy.FAIL_OPEN) {
      return true;
    }
    vm().afterwards(() -> stream.localReply(LocalReply.ofProxy(FAILED_STATUS, "wasm_fail_stream", "")));
    return false;
  }

  /** The stream is complete and can be logged. All its headers can be read, none changed. */
  void log() {
    logging = true;
    request.hide();
    response.hide();
    tell(Callback.LOG, guest -> guest.onLog(id()));
    logging = false;
  }

  boolean isGone() {
    return gone;
  }

  /** The stream is gone. */
  void end() {
    tell(Callback.DONE, guest -> guest.onDone(id()));
    tell(Callback.DELETE, guest -> guest.onDelete(id()));
    detach();
    gone = true;
    root.streamClosed();
  }

  private void tell(Callback callback, Consumer<HostCallbacks> call) {
    if (vm().guest().exports(callback)) {
      vm().tell(this, call);
    }
  }

  @Override
  HeaderMap readable(MapType type) {
    if (logging) {
      return switch (type) {
        case REQUEST_HEADERS -> stream.request();
        case RESPONSE_HEADERS -> stream.response();
        case RESPONSE_TRAILERS -> stream.responseTrailers();
        default -> null;
      };
    }
    return switch (type) {
      case REQUEST_HEADERS -> request.headers;
      case REQUEST_TRAILERS -> request.trailers;
      case RESPONSE_HEADERS -> response.headers;
      case RESPONSE_TRAILERS -> response.trailers;
      default -> root.readable(type);
    };
  }

  /** Asking for trailers in the callback of the last chunk makes them, as in Envoy. */
  @Override
  HeaderMap writable(MapType type) {
    return switch (type) {
      case REQUEST_HEADERS -> request.headers;
      case RESPONSE_HEADERS -> response.headers;
      case REQUEST_TRAILERS -> request.trailers == null ? stream.addTrailers(request) : request.trailers;
      case RESPONSE_TRAILERS -> response.trailers == null ? stream.addTrailers(response) : response.trailers;
      default -> null;
    };
  }

  /** Envoy's {@code getHeaderMapValue} tells a map that is not there from a wrong phase in the log phase only. */
  @Override
  Status missingMap() {
    return logging ? Status.NOT_FOUND : Status.BAD_ARGUMENT;
  }

  @Override
  DataBuffer writableBuffer(BufferType type) {
    return switch (type) {
      case HTTP_REQUEST_BODY -> request.body;
      case HTTP_RESPONSE_BODY -> response.body;
      default -> root.writableBuffer(type);
    };
  }

  @Override
  Bytes buffer(BufferType type) {
    return type == BufferType.VM_CONFIGURATION ? plugin().vmConfiguration() : root.answerBuffer(type);
  }

  @Override
  Fetched property(Bytes path) {
    Bytes own = PluginAttributes.find(plugin(), path);
    return own == null ? stream.attributes().find(this, path) : Fetched.of(own);
  }

  @Override
  Status setProperty(Bytes path, Bytes value) {
    PropertyDeclaration declared = root.declared(path);
    return stream.attributes().state().set(path, value, declared != null && declared.readOnly());
  }

  @Override
  Status setFilterState(String key, Bytes value) {
    stream.attributes().state().setObject(key, value);
    return Status.OK;
  }

  @Override
  void clearRouteCache() {
    stream.clearRouteCache();
  }

  /** Stricter than Envoy, where a second reply of one callback resets the stream. */
  @Override
  Status reply(LocalReply reply) {
    if (stream.isOver()) {
      log(LogLevel.WARN, Bytes.utf8("proxy_send_local_response has no effect: the stream is over"));
      return Status.OK;
    }
    if (replied) {
      return Status.BAD_ARGUMENT;
    }
    replied = true;
    vm().afterwards(() -> {
      replied = false;
      stream.localReply(reply);
    });
    return Status.OK;
  }

  /** Either direction takes away what there is of the request, as in Envoy ({@code Context::continueStream}). */
  @Override
  Status continueStream(StreamType type) {
    if (type != StreamType.HTTP_REQUEST && type != StreamType.HTTP_RESPONSE) {
      return root.continueStream(type);
    }
    request.hide();
    vm().afterwards(() -> stream.resume(type == StreamType.HTTP_REQUEST ? request : response));
    return Status.OK;
  }

  @Override
  Status closeStream(StreamType type) {
    if (type == StreamType.HTTP_REQUEST || type == StreamType.HTTP_RESPONSE) {
      vm().afterwards(() -> stream.reset("wasm_close_stream"));
    }
    return Status.OK;
  }

  @Override
  void log(LogLevel level, Bytes message) {
    log(new LogLine(level, plugin().name(), id(), message));
  }

  /** Writes a line that may speak of another context, but belongs to this stream. */
  void log(LogLine line) {
    stream.log(line);
  }
}
