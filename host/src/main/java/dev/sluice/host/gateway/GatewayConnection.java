package dev.sluice.host.gateway;

import dev.sluice.abi.Bytes;
import dev.sluice.host.model.TcpSink;
import dev.sluice.host.model.TcpStream;
import io.vertx.core.net.NetClient;
import io.vertx.core.net.NetSocket;
import java.util.List;
import java.util.Map;

/** One connection of a client through the plugin to the upstream. Whoever is slower slows the other down. */
final class GatewayConnection {
  /** How long what was sent last may take to leave a socket that is closed. */
  private static final long FLUSH_MILLIS = 1_000;

  private final Front.Service service;
  private final NetClient connector;
  private final UpstreamAddress address;
  private final Map<Bytes, Bytes> attributes;
  private final String name;
  private final TcpPeer client;
  private final TcpStream stream;
  private TcpPeer upstream;
  private boolean readsClient;
  private boolean readsUpstream = true;
  private long sentUp;
  private long sentDown;
  private boolean over;

  GatewayConnection(Front.Service service, NetClient connector, UpstreamAddress address, NetSocket socket) {
    this.service = service;
    this.connector = connector;
    this.address = address;
    this.name = "connection of " + socket.remoteAddress();
    this.attributes = ConnectionAttributes.of(socket);
    this.client = new TcpPeer(socket, false, new FromClient());
    this.stream = service.worker().connection(List.of(service.filter().get()), attributes, new FromPlugin());
  }

  void begin() {
    stream.begin();
  }

  private void settle() {
    client.read(readsClient && (upstream == null || !upstream.isFull()));
    if (upstream != null) {
      upstream.read(readsUpstream && !client.isFull());
    }
  }

  private void connected(NetSocket socket) {
    if (over) {
      socket.close();
      return;
    }
    ConnectionAttributes.addUpstream(attributes, socket.remoteAddress());
    upstream = new TcpPeer(socket, true, new FromUpstream());
    stream.upstreamConnected();
    settle();
  }

  private void unreachable(Throwable cause) {
    if (!over) {
      tell("upstream " + address + " is not reachable for the " + name + ": " + cause.getMessage());
      stream.upstreamClosed();
    }
  }

  private void close(TcpPeer peer) {
    long late = service.vertx().setTimer(FLUSH_MILLIS, due -> peer.closeAtOnce());
    peer.close().onComplete(closed -> service.vertx().cancelTimer(late));
  }

  private void tell(String text) {
    service.options().output().accept(text);
  }

  private final class FromClient implements TcpPeer.Events {
    @Override
    public void data(Bytes data, boolean endOfStream) {
      stream.downstreamData(data, endOfStream);
      settle();
    }

    @Override
    public void drained() {
      settle();
    }

    @Override
    public void closed() {
      stream.downstreamClosed();
    }
  }

  private final class FromUpstream implements TcpPeer.Events {
    @Override
    public void data(Bytes data, boolean endOfStream) {
      stream.upstreamData(data, endOfStream);
      settle();
    }

    @Override
    public void drained() {
      settle();
    }

    @Override
    public void closed() {
      stream.upstreamClosed();
    }
  }

  private final class FromPlugin implements TcpSink {
    @Override
    public void connect() {
      connector.connect(address.port(), address.host())
          .onSuccess(GatewayConnection.this::connected)
          .onFailure(GatewayConnection.this::unreachable);
    }

    @Override
    public void toUpstream(Bytes data, boolean endOfStream) {
      sentUp += data.length();
      upstream.send(data, endOfStream);
    }

    @Override
    public void toDownstream(Bytes data, boolean endOfStream) {
      sentDown += data.length();
      client.send(data, endOfStream);
    }

    @Override
    public void readDownstream(boolean on) {
      readsClient = on;
      settle();
    }

    @Override
    public void readUpstream(boolean on) {
      readsUpstream = on;
      settle();
    }

    @Override
    public void close() {
      over = true;
      GatewayConnection.this.close(client);
      if (upstream != null) {
        GatewayConnection.this.close(upstream);
      }
      int calls = stream.hostcallCount();
      tell(name + " closed  " + sentUp + " bytes up, " + sentDown + " down  "
          + (calls == 1 ? "1 hostcall" : calls + " hostcalls") + "  " + stream.pluginNanos() / 1000 + " us");
    }
  }
}
