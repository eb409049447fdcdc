package dev.sluice.host.gateway;

import io.vertx.core.Future;
import io.vertx.core.net.NetClient;
import io.vertx.core.net.NetClientOptions;
import io.vertx.core.net.NetServer;
import io.vertx.core.net.NetServerOptions;
import java.time.Duration;

/** A listener for connections of any protocol. */
final class TcpFront implements Front {
  private static final int CONNECT_MILLIS = 5_000;

  private final NetServer server;

  TcpFront(Service service, UpstreamAddress upstream) {
    NetClient client = service.vertx().createNetClient(new NetClientOptions().setConnectTimeout(CONNECT_MILLIS));
    server = service.vertx()
        .createNetServer(
            new NetServerOptions().setHost(service.options().host()).setPort(service.options().port()))
        .connectHandler(socket -> new GatewayConnection(service, client, upstream, socket).begin());
  }

  @Override
  public Future<Front> listen() {
    return server.listen().map(this);
  }

  @Override
  public int port() {
    return server.actualPort();
  }

  @Override
  public Future<Void> shutdown(Duration grace) {
    return server.shutdown(grace);
  }
}
