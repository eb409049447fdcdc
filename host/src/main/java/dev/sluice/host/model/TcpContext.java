package dev.sluice.host.model;

import dev.sluice.abi.BufferType;
import dev.sluice.abi.Bytes;
import dev.sluice.abi.Callback;
import dev.sluice.abi.Fetched;
import dev.sluice.abi.LogLevel;
import dev.sluice.abi.MapType;
import dev.sluice.abi.PeerType;
import dev.sluice.abi.Status;
import dev.sluice.abi.StopOrContinue;
import dev.sluice.abi.StreamType;
import dev.sluice.abi.event.HostCallbacks;
import dev.sluice.host.foreign.PropertyDeclaration;
import java.util.function.Consumer;
import java.util.function.Function;

/** One plugin's part of one connection ({@code Context} of Envoy's network filter). */
final class TcpContext extends Context {
  private final RootContext root;
  private final TcpStream stream;
  private boolean entered;
  private boolean downstreamSeen;
  private boolean upstreamSeen;

  TcpContext(RootContext root, TcpStream stream, HostcallTrace trace) {
    super(root.vm(), root.plugin(), trace);
    this.root = root;
    this.stream = stream;
    root.streamOpened();
  }

  @Override
  RootContext root() {
    return root;
  }

  /** There are no callbacks of an HTTP stream here. */
  @Override
  StreamContext stream() {
    return null;
  }

  /** The connection has come as far as this plugin; false when it stops it. A second call does nothing. */
  boolean connect() {
    if (entered) {
      return true;
    }
    entered = true;
    attach();
    tell(Callback.CONTEXT_CREATE, guest -> guest.onContextCreate(id(), root.id()));
    return ask(Callback.NEW_CONNECTION, guest -> guest.onNewConnection(id()));
  }

  /** Shows the plugin what has come from the client; false when it keeps it. */
  boolean downstream(TcpFlow flow) {
    downstreamSeen = true;
    boolean goesOn = ask(Callback.DOWNSTREAM_DATA,
        guest -> guest.onDownstreamData(id(), flow.buffer().length(), flow.ended()));
    downstreamSeen = !goesOn;
    return goesOn;
  }

  /**
   * Shows the plugin what has come from the upstream; false when it keeps it. The upstream's end is told as its close
   * in any case, even if the plugin has closed the connection before it hears of it.
   */
  boolean upstream(TcpFlow flow) {
    if (!entered) {
      return true;
    }
    upstreamSeen = true;
    boolean goesOn = ask(Callback.UPSTREAM_DATA,
        guest -> guest.onUpstreamData(id(), flow.buffer().length(), flow.ended()));
    upstreamSeen = !goesOn;
    if (flow.ended()) {
      tell(Callback.UPSTREAM_CONNECTION_CLOSE, guest -> guest.onUpstreamConnectionClose(id(), PeerType.UNKNOWN));
    }
    return goesOn;
  }

  /** The connection is closed, and over for the plugin. */
  void end(PeerType closedBy) {
    if (entered) {
      tell(Callback.DOWNSTREAM_CONNECTION_CLOSE, guest -> guest.onDownstreamConnectionClose(id(), closedBy));
      tell(Callback.DONE, guest -> guest.onDone(id()));
      tell(Callback.LOG, guest -> guest.onLog(id()));
      tell(Callback.DELETE, guest -> guest.onDelete(id()));
      detach();
    }
    root.streamClosed();
  }

  boolean isEntered() {
    return entered;
  }

  /** True while what has come from the client, or from the upstream, is kept here. */
  boolean holds() {
    return downstreamSeen && stream.downstream().isKept() || upstreamSeen && stream.upstream().isKept();
  }

  private boolean ask(Callback callback, Function<HostCallbacks, StopOrContinue> call) {
    if (!vm().failed() && !vm().guest().exports(callback)) {
      return true;
    }
    StopOrContinue answer = vm().call(this, call, null);
    if (vm().failed()) {
      return failed();
    }
    vm().act();
    return answer == StopOrContinue.CONTINUE;
  }

  /** True when the connection goes on as if the plugin were not there. */
  private boolean failed() {
    if (plugin().failurePolicy() == FailurePolicy.FAIL_OPEN) {
      return true;
    }
    stream.close();
    return false;
  }

  private void tell(Callback callback, Consumer<HostCallbacks> call) {
    if (vm().guest().exports(callback)) {
      vm().tell(this, call);
    }
  }

  @Override
  Bytes buffer(BufferType type) {
    return type == BufferType.VM_CONFIGURATION ? plugin().vmConfiguration() : root.answerBuffer(type);
  }

  /** There in the callback of its direction, and on as long as that has stopped. */
  @Override
  DataBuffer writableBuffer(BufferType type) {
    return switch (type) {
      case DOWNSTREAM_DATA -> downstreamSeen ? stream.downstream().buffer() : null;
      case UPSTREAM_DATA -> upstreamSeen ? stream.upstream().buffer() : null;
      default -> root.writableBuffer(type);
    };
  }

  /** Of what the client sends there are none; of an answer that the plugin is being told there are. */
  @Override
  HeaderMap readable(MapType type) {
    return root.readable(type);
  }

  @Override
  Fetched property(Bytes path) {
    Bytes own = PluginAttributes.find(plugin(), path);
    return own == null ? stream.attributes().find(path) : Fetched.of(own);
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

  /** Envoy answers OK and does nothing. */
  @Override
  Status reply(LocalReply reply) {
    log(LogLevel.WARN, Bytes.utf8("proxy_send_local_response has no effect on a connection"));
    return Status.OK;
  }

  /** What the client sends goes on; Envoy has nothing to let what the upstream sends go on. */
  @Override
  Status continueStream(StreamType type) {
    if (type == StreamType.DOWNSTREAM) {
      vm().afterwards(() -> stream.resume(this));
    }
    return type == StreamType.UPSTREAM ? Status.UNIMPLEMENTED : Status.OK;
  }

  /** Either side of a connection closes both. */
  @Override
  Status closeStream(StreamType type) {
    if (type == StreamType.DOWNSTREAM || type == StreamType.UPSTREAM) {
      vm().afterwards(stream::close);
    }
    return Status.OK;
  }

  @Override
  void log(LogLevel level, Bytes message) {
    stream.log(new LogLine(level, plugin().name(), id(), message));
  }
}
