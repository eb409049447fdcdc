package dev.sluice.testkit;

import dev.sluice.abi.Bytes;
import dev.sluice.host.exchange.EmbeddedProxy;
import dev.sluice.host.exchange.TcpConversation;
import dev.sluice.testkit.tcp.TcpConnection;
import dev.sluice.testkit.tcp.TcpScript;
import java.util.List;

/** One connection through a model of a proxy; the upstream answers at once. */
final class ModelConnection implements TcpConnection {
  private final ModelConnections connections;
  private final EmbeddedProxy proxy;
  private final TcpConversation talk;
  private int answered;
  private boolean upstreamClosed;
  private boolean ended;
  private int received;

  ModelConnection(ModelConnections connections, EmbeddedProxy proxy, TcpConversation talk) {
    this.connections = connections;
    this.proxy = proxy;
    this.talk = talk;
  }

  @Override
  public TcpConnection send(Bytes data) {
    talk.downstreamData(data, false);
    react();
    return this;
  }

  @Override
  public TcpConnection end() {
    ended = true;
    talk.downstreamEnd();
    react();
    return this;
  }

  @Override
  public Bytes receive(int length) {
    int needed = received + length;
    boolean there = proxy.await(() -> {
      react();
      return talk.client().body().length() >= needed || talk.isClosed();
    });
    int got = talk.client().body().length() - received;
    if (got < length) {
      throw new AssertionError(there
          ? "the connection ended after " + got + " of " + length + " bytes"
          : "only " + got + " of " + length + " bytes came; held by " + talk.holder().getOrElse("no plugin"));
    }
    return take(length);
  }

  @Override
  public Bytes receiveRest() {
    boolean there = proxy.await(() -> {
      react();
      return talk.client().complete() || talk.isClosed();
    });
    if (!there) {
      throw new AssertionError("the connection did not end; held by " + talk.holder().getOrElse("no plugin"));
    }
    return take(talk.client().body().length() - received);
  }

  private Bytes take(int length) {
    Bytes taken = talk.client().body().slice(received, received + length);
    received += length;
    return taken;
  }

  /** The upstream deals with what has reached it. */
  private void react() {
    for (List<Bytes> chunks = talk.upstream().chunks(); answered < chunks.size(); chunks = talk.upstream().chunks()) {
      Bytes data = chunks.get(answered++);
      if (!upstreamClosed) {
        connections.saw(data);
        TcpScript script = connections.script();
        upstreamClosed = script.closesAfter(data);
        talk.upstreamData(script.answer(data), upstreamClosed);
      }
    }
    if (talk.upstream().complete() && !upstreamClosed) {
      upstreamClosed = true;
      talk.upstreamEnd();
    }
  }

  /** To the proxy a client that is gone looks like one that has ended its side. */
  @Override
  public void close() {
    if (!ended) {
      end();
    }
  }
}
