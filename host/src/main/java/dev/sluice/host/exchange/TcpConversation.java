package dev.sluice.host.exchange;

import dev.sluice.abi.Bytes;
import dev.sluice.host.model.HostcallRecord;
import dev.sluice.host.model.LogLine;
import dev.sluice.host.model.TcpSink;
import dev.sluice.host.model.TcpStream;
import io.vavr.control.Option;
import java.util.List;
import java.util.function.Function;

/**
 * A connection through a proxy: what client and upstream send and close, and what has come out on the other side so far.
 * Closing this breaks the client's connection, where it is still there.
 */
public final class TcpConversation implements AutoCloseable {
  private final ProxyThread thread;
  private final boolean accepting;
  private final TcpStream stream;
  private final Received upstream = new Received();
  private final Received client = new Received();
  private boolean connected;
  private boolean readsClient;
  private boolean readsUpstream = true;

  TcpConversation(ProxyThread thread, boolean accepting, Function<TcpSink, TcpStream> open) {
    this.thread = thread;
    this.accepting = accepting;
    this.stream = thread.call(() -> open.apply(new Sockets()));
    run(stream::begin);
  }

  /** The client sends this. */
  public TcpConversation downstreamData(String text) {
    return downstreamData(Bytes.utf8(text), false);
  }

  /**
   * The client sends this.
   *
   * @param endOfStream true when it closes its half of the connection with it
   */
  public TcpConversation downstreamData(Bytes data, boolean endOfStream) {
    return run(() -> stream.downstreamData(data, endOfStream));
  }

  /** The client closes its half of the connection. */
  public TcpConversation downstreamEnd() {
    return downstreamData(Bytes.EMPTY, true);
  }

  /** The client's connection breaks. */
  public TcpConversation downstreamReset() {
    return run(stream::downstreamClosed);
  }

  /** The upstream sends this. */
  public TcpConversation upstreamData(String text) {
    return upstreamData(Bytes.utf8(text), false);
  }

  /** The upstream sends this, see {@link #downstreamData(Bytes, boolean)}. */
  public TcpConversation upstreamData(Bytes data, boolean endOfStream) {
    return run(() -> stream.upstreamData(data, endOfStream));
  }

  /** The upstream closes its half of the connection. */
  public TcpConversation upstreamEnd() {
    return upstreamData(Bytes.EMPTY, true);
  }

  /** The upstream's connection breaks. */
  public TcpConversation upstreamReset() {
    return run(stream::upstreamClosed);
  }

  /** What has reached the upstream; complete when the client's half is closed there. */
  public Received upstream() {
    return upstream;
  }

  /** What has reached the client; complete when the upstream's half is closed there. */
  public Received client() {
    return client;
  }

  /** True once there is a connection to the upstream. */
  public boolean isConnected() {
    return connected;
  }

  /** True while the proxy takes what the client sends. */
  public boolean readsClient() {
    return readsClient;
  }

  /** True while the proxy takes what the upstream sends. */
  public boolean readsUpstream() {
    return readsUpstream;
  }

  /** True when the connection is closed on both sides. */
  public boolean isClosed() {
    return stream.isClosed();
  }

  /** Name of the plugin that keeps something back; none where none does. */
  public Option<String> holder() {
    return Option.of(stream.holder());
  }

  public List<HostcallRecord> hostcalls() {
    return stream.hostcalls();
  }

  public List<LogLine> log() {
    return stream.log();
  }

  private TcpConversation run(Runnable step) {
    return thread.call(() -> {
      step.run();
      return this;
    });
  }

  @Override
  public void close() {
    downstreamReset();
  }

  private final class Sockets implements TcpSink {
    /** The outcome comes later, as from a real upstream. */
    @Override
    public void connect() {
      thread.dispatcher().post(() -> {
        connected = accepting && !stream.isClosed();
        if (accepting) {
          stream.upstreamConnected();
        } else {
          stream.upstreamClosed();
        }
      });
    }

    @Override
    public void toUpstream(Bytes data, boolean endOfStream) {
      upstream.data(data, endOfStream);
    }

    @Override
    public void toDownstream(Bytes data, boolean endOfStream) {
      client.data(data, endOfStream);
    }

    @Override
    public void readDownstream(boolean on) {
      readsClient = on;
    }

    @Override
    public void readUpstream(boolean on) {
      readsUpstream = on;
    }

    @Override
    public void close() {
      connected = false;
    }
  }
}
