package dev.sluice.host.model;

import dev.sluice.abi.Bytes;
import dev.sluice.abi.PeerType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * One connection of a client through the plugins to an upstream, by the rules of Envoy's network filters
 * ({@code network/filter_manager_impl.cc}, {@code network/connection_impl.cc}) with its TCP proxy behind them: what the
 * client sends meets the plugins in their order, what the upstream sends in reverse. The caller brings what happens on
 * either socket; what is to happen on them goes to a {@link TcpSink}.
 */
public final class TcpStream {
  private final List<TcpContext> contexts = new ArrayList<>();
  private final HostcallTrace trace;
  private final Consumer<LogLine> log;
  private final KeptLines lines = new KeptLines();
  private final ConnectionAttributes attributes;
  private final TcpSink sink;
  private final TcpFlow downstream;
  private final TcpFlow upstream;
  private boolean connecting;
  private boolean connected;
  private boolean readsDownstream;
  private boolean readsUpstream = true;
  private boolean reading;
  private boolean closed;

  TcpStream(List<Filter> filters, Map<Bytes, Bytes> attributes, HostEnvironment environment, TcpSink sink) {
    this.trace = new HostcallTrace(environment.tracing());
    this.log = environment.log();
    this.attributes = new ConnectionAttributes(attributes);
    this.sink = sink;
    this.downstream = new TcpFlow(environment.bufferLimit());
    this.upstream = new TcpFlow(environment.bufferLimit());
    filters.forEach(filter -> contexts.add(new TcpContext(filter.root(), this, trace)));
  }

  /** The client has connected. */
  public void begin() {
    passDownstream(0);
  }

  /** The connection to the upstream is there; from now on the client is read. */
  public void upstreamConnected() {
    connected = true;
    read();
  }

  /**
   * The client has sent this.
   *
   * @param endOfStream true when it has closed its half of the connection
   */
  public void downstreamData(Bytes data, boolean endOfStream) {
    if (!closed) {
      downstream.arrive(data, endOfStream);
      read();
    }
  }

  /** The upstream has sent this, see {@link #downstreamData}. */
  public void upstreamData(Bytes data, boolean endOfStream) {
    if (!closed) {
      upstream.arrive(data, endOfStream);
      read();
    }
  }

  /** The client's connection is broken. */
  public void downstreamClosed() {
    close(PeerType.REMOTE);
  }

  /** The upstream's connection is broken, or could not be made: the client's is closed. */
  public void upstreamClosed() {
    close();
  }

  /** The proxy closes the connection. A second call does nothing. */
  public void close() {
    close(PeerType.LOCAL);
  }

  private void close(PeerType by) {
    if (!closed) {
      closed = true;
      contexts.forEach(context -> context.end(by));
      sink.close();
    }
  }

  /** Deals with all that can be read, one piece of one direction after the other. */
  private void read() {
    if (reading) {
      return;
    }
    reading = true;
    try {
      while (!closed && (readDownstream() || readUpstream())) {
        throttle();
      }
    } finally {
      reading = false;
    }
    throttle();
  }

  private boolean readDownstream() {
    if (!connected || !downstream.read()) {
      return false;
    }
    passDownstream(0);
    if (downstream.ended() && upstream.endTaken()) {
      close(PeerType.REMOTE);
    }
    closeWhereBothHalvesAre();
    return true;
  }

  private boolean readUpstream() {
    if (!upstream.read()) {
      return false;
    }
    passUpstream();
    closeWhereBothHalvesAre();
    return true;
  }

  /** The TCP proxy closes the client's connection with the upstream's. */
  private void closeWhereBothHalvesAre() {
    boolean clientIsDone = downstream.ended() && upstream.endTaken();
    boolean upstreamIsDone = upstream.ended() && downstream.endTaken();
    if (clientIsDone || upstreamIsDone) {
      close();
    }
  }

  private void throttle() {
    if (closed) {
      return;
    }
    boolean wantsDownstream = connected && !downstream.isFull();
    if (readsDownstream != wantsDownstream) {
      readsDownstream = wantsDownstream;
      sink.readDownstream(wantsDownstream);
    }
    boolean wantsUpstream = !upstream.isFull();
    if (readsUpstream != wantsUpstream) {
      readsUpstream = wantsUpstream;
      sink.readUpstream(wantsUpstream);
    }
  }

  private void passDownstream(int start) {
    for (TcpContext context : contexts.subList(start, contexts.size())) {
      if (closed || !context.connect() || closed) {
        return;
      }
      if (downstream.isThere() && !context.downstream(downstream)) {
        return;
      }
    }
    if (closed) {
      return;
    }
    if (!connecting) {
      connecting = true;
      sink.connect();
    }
    boolean ends = downstream.ended();
    Bytes data = downstream.isThere() ? downstream.take() : null;
    if (data != null) {
      sink.toUpstream(data, ends);
    }
  }

  private void passUpstream() {
    for (TcpContext context : contexts.reversed()) {
      if (!context.upstream(upstream) || closed) {
        return;
      }
    }
    boolean ends = upstream.ended();
    Bytes data = upstream.take();
    if (data != null) {
      sink.toDownstream(data, ends);
    }
  }

  /** What the client has sent so far goes on behind this plugin, whether it has stopped there or not. */
  void resume(TcpContext context) {
    if (!closed) {
      passDownstream(contexts.indexOf(context) + 1);
      closeWhereBothHalvesAre();
      read();
    }
  }

  /**
   * Name of the plugin that has stopped the connection, or keeps what has come from the client or the upstream; null
   * where none does.
   */
  public String holder() {
    return contexts.stream()
        .filter(connecting ? TcpContext::holds : TcpContext::isEntered)
        .reduce((before, last) -> last)
        .map(context -> context.plugin().name())
        .orElse(null);
  }

  /** True when neither side can be reached any more. */
  public boolean isClosed() {
    return closed;
  }

  /** How many hostcalls the plugins have made so far. */
  public int hostcallCount() {
    return trace.count();
  }

  /** The hostcalls so far, in order; empty unless {@link HostEnvironment#tracing()}. */
  public List<HostcallRecord> hostcalls() {
    return trace.records();
  }

  /** Time spent in the plugins' callbacks, hostcalls included. */
  public long pluginNanos() {
    return trace.nanos();
  }

  /** What was written for this connection, as far as it is kept. */
  public List<LogLine> log() {
    return lines.toList();
  }

  void log(LogLine line) {
    lines.add(line);
    log.accept(line);
  }

  TcpFlow downstream() {
    return downstream;
  }

  TcpFlow upstream() {
    return upstream;
  }

  ConnectionAttributes attributes() {
    return attributes;
  }
}
