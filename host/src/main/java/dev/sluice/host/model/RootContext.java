package dev.sluice.host.model;

import dev.sluice.abi.BufferType;
import dev.sluice.abi.Bytes;
import dev.sluice.abi.Callback;
import dev.sluice.abi.Fetched;
import dev.sluice.abi.LogLevel;
import dev.sluice.abi.MapType;
import dev.sluice.abi.Status;
import dev.sluice.abi.StreamType;
import dev.sluice.abi.event.HostCallbacks;
import java.time.Duration;
import java.util.function.Consumer;

/**
 * A plugin with one configuration in one VM, for all filters that have just this plugin. When no filter has it any more
 * it ends with its last stream. A plugin that is not done then stays, with its ticks and queues, until it says so.
 */
final class RootContext extends Context {
  private final Consumer<LogLine> log;
  private final HttpCallouts httpCallouts = new HttpCallouts(this);
  private final GrpcCallouts grpcCallouts = new GrpcCallouts(this);
  private final CallStatus callStatus = new CallStatus();
  private StreamContext asker;
  private final Ticker ticker;
  private boolean configuring;
  private Bytes callData;
  private int filters = 1;
  private int streams;

  RootContext(Vm vm, PluginSpec plugin, HostcallTrace trace, Consumer<LogLine> log) {
    super(vm, plugin, trace);
    this.log = log;
    this.ticker = new Ticker(vm.worker().dispatcher(), this::tick);
    vm.rootAdded(this);
    attach();
  }

  /** Creates and starts it; false when the plugin refuses or its VM fails ({@code Context::onStart}). */
  boolean start() {
    configuring = true;
    if (vm().guest().exports(Callback.CONTEXT_CREATE)) {
      vm().tell(this, guest -> guest.onContextCreate(id(), 0));
    }
    configuring = false;
    boolean started = !vm().guest().exports(Callback.VM_START)
        || vm().call(this, guest -> guest.onVmStart(id(), plugin().vmConfiguration().length()), false);
    vm().act();
    return started && !vm().failed();
  }

  /** Hands the configuration over; false when the plugin refuses it or its VM fails. */
  boolean configure() {
    configuring = true;
    boolean accepted = !vm().guest().exports(Callback.CONFIGURE)
        || vm().call(this, guest -> guest.onConfigure(id(), plugin().configuration().length()), false);
    configuring = false;
    vm().act();
    return accepted && !vm().failed();
  }

  HttpCallouts httpCallouts() {
    return httpCallouts;
  }

  GrpcCallouts grpcCallouts() {
    return grpcCallouts;
  }

  CallStatus callStatus() {
    return callStatus;
  }

  /**
   * Tells the plugin what has become of a call. What it asks of the host meanwhile counts for the stream that made the
   * call, as long as that is there; the call belongs to the plugin all the same.
   *
   * @param stream null where the call was about none
   * @param afterwards done before anything that the plugin orders
   */
  void tell(StreamContext stream, Callback callback, Consumer<HostCallbacks> call, Runnable afterwards) {
    asker = stream == null || stream.isGone() ? null : stream;
    if (vm().guest().exports(callback)) {
      vm().call(this, guest -> {
        call.accept(guest);
        return true;
      }, false);
    }
    asker = null;
    callStatus.forgetMessage();
    afterwards.run();
    vm().act();
  }

  @Override
  RootContext root() {
    return this;
  }

  @Override
  StreamContext stream() {
    return asker;
  }

  @Override
  HostcallTrace trace() {
    return asker == null ? super.trace() : asker.trace();
  }

  /** Ticks so from now on; never with a period of zero. */
  void tickEvery(Duration period) {
    ticker.every(vm().guest().exports(Callback.TICK) ? period : Duration.ZERO);
  }

  private void tick() {
    vm().tell(this, guest -> guest.onTick(id()));
    if (vm().failed()) {
      ticker.stop();
    }
  }

  /** A message is in a queue that this has registered. */
  void queueReady(int token) {
    if (vm().guest().exports(Callback.QUEUE_READY)) {
      vm().tell(this, guest -> guest.onQueueReady(id(), token));
    }
  }

  /** The host calls the plugin by itself, when nothing else calls it. */
  void foreignFunction(int function, Bytes arguments) {
    if (!vm().guest().exports(Callback.FOREIGN_FUNCTION)) {
      return;
    }
    vm().afterwards(() -> {
      callData = arguments;
      vm().tell(this, guest -> guest.onForeignFunction(id(), function, arguments.length()));
      callData = null;
    });
    vm().act();
  }

  /** One more filter has just this plugin. */
  void share() {
    filters++;
  }

  void streamOpened() {
    streams++;
  }

  void streamClosed() {
    streams--;
    endIfOver();
  }

  /** One filter less has this plugin; without any it takes no streams. */
  void retire() {
    filters--;
    endIfOver();
  }

  private void endIfOver() {
    if (filters > 0 || streams > 0) {
      return;
    }
    boolean done = !vm().guest().exports(Callback.DONE) || vm().call(this, guest -> guest.onDone(id()), true);
    vm().act();
    if (done) {
      delete();
    }
    vm().rootEnded(this, done);
  }

  /** The plugin is done with it. */
  void delete() {
    ticker.stop();
    if (vm().guest().exports(Callback.DELETE)) {
      vm().tell(this, guest -> guest.onDelete(id()));
    }
    gone();
  }

  /** Nothing comes to it any more. */
  void gone() {
    ticker.stop();
    httpCallouts.cancel();
    grpcCallouts.cancel();
    detach();
  }

  /** The plugin's configuration is there only while the plugin is created and configured. */
  @Override
  Bytes buffer(BufferType type) {
    return switch (type) {
      case VM_CONFIGURATION -> plugin().vmConfiguration();
      case PLUGIN_CONFIGURATION -> configuring ? plugin().configuration() : null;
      case CALL_DATA -> callData;
      default -> answerBuffer(type);
    };
  }

  @Override
  Fetched property(Bytes path) {
    Bytes own = PluginAttributes.find(plugin(), path);
    return own == null ? GivenAttributes.ofProxy(path) : Fetched.of(own);
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

  /** There is no stream to go on. */
  @Override
  Status continueStream(StreamType type) {
    return type == StreamType.UPSTREAM ? Status.UNIMPLEMENTED : Status.OK;
  }

  /** There is no stream to be closed. */
  @Override
  Status closeStream(StreamType type) {
    return Status.OK;
  }

  /** What a stream may see of an answer that its plugin is being told; null where there is none. */
  Bytes answerBuffer(BufferType type) {
    return type == BufferType.HTTP_CALL_RESPONSE_BODY ? httpCallouts.body() : null;
  }

  @Override
  DataBuffer writableBuffer(BufferType type) {
    return type == BufferType.GRPC_RECEIVE_BUFFER ? grpcCallouts.message() : null;
  }

  @Override
  HeaderMap readable(MapType type) {
    return switch (type) {
      case HTTP_CALL_RESPONSE_HEADERS, HTTP_CALL_RESPONSE_TRAILERS -> httpCallouts.map(type);
      case GRPC_RECEIVE_INITIAL_METADATA, GRPC_RECEIVE_TRAILING_METADATA -> grpcCallouts.map(type);
      default -> null;
    };
  }

  @Override
  void log(LogLevel level, Bytes message) {
    LogLine line = new LogLine(level, plugin().name(), id(), message);
    if (asker == null) {
      log.accept(line);
    } else {
      asker.log(line);
    }
  }
}
