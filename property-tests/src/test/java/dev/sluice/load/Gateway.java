package dev.sluice.load;

import dev.sluice.bridge.deploy.Address;
import dev.sluice.bridge.deploy.Cluster;
import dev.sluice.bridge.deploy.EnvoyConfig;
import dev.sluice.bridge.deploy.HttpListener;
import dev.sluice.examples.apigateway.ApiGateway;
import dev.sluice.testkit.CompiledPlugin;
import dev.sluice.testkit.envoy.EnvoyBinary;
import dev.sluice.testkit.envoy.EnvoyOptions;
import dev.sluice.testkit.envoy.EnvoyProcess;
import dev.sluice.testkit.http.Http1Connection;
import dev.sluice.testkit.http.Response;
import java.io.IOException;
import java.util.concurrent.locks.ReentrantLock;

/** An Envoy with the example api-gateway, whose settings can be brought to their next version while it serves. */
final class Gateway implements AutoCloseable {
  private static final String LISTENER = "in";
  private static final String UPSTREAM = "upstream";
  /** How long connections of former settings may go on; each of them is closed after its next response. */
  private static final String DRAIN_SECONDS = "10";

  private final int workers;
  private final long limit;
  private final EnvoyProcess envoy;
  private final int port;
  private final ReentrantLock updating = new ReentrantLock();
  private volatile int handedOver;
  private volatile int everywhere;

  Gateway(EnvoyBinary binary, int workers, long limit, Upstream upstream) {
    this.workers = workers;
    this.limit = limit;
    Cluster cluster = Cluster.of(UPSTREAM, new Address("127.0.0.1", upstream.port()));
    EnvoyOptions options = EnvoyOptions.standard()
        .withConcurrency(workers)
        .withWatchedListeners()
        .withArguments("--drain-time-s", DRAIN_SECONDS);
    envoy = EnvoyProcess.start(binary, EnvoyConfig.of(Address.anyLocalPort(), listener(0), cluster), options);
    port = envoy.port(LISTENER);
  }

  private HttpListener listener(int version) {
    return HttpListener
        .of(LISTENER, Address.anyLocalPort(), UPSTREAM, CompiledPlugin.of(ApiGateway.class)
            .filter("api-gateway")
            .withConfiguration(GatewaySettings.version(version, limit)))
        .withEvenConnections();
  }

  /** Brings the settings to their next version and returns when all workers give it to new connections. */
  void update() {
    updating.lock();
    try {
      int version = everywhere + 1;
      long taken = takenByWorkers();
      handedOver = version;
      envoy.update(listener(version));
      if (!envoy.await(() -> takenByWorkers() >= taken + workers)) {
        throw new IllegalStateException("not all workers have taken version " + version);
      }
      everywhere = version;
      probe(version);
    } finally {
      updating.unlock();
    }
  }

  /** Envoy counts a listener, or a change of one, once for each worker that has taken it. */
  private long takenByWorkers() {
    return envoy.admin().stat("listener_manager.listener_create_success").getOrElse(0L);
  }

  private void probe(int version) {
    try (Http1Connection connection = Http1Connection.open(port)) {
      Response answer = connection.exchange(Kind.PREFLIGHT.request);
      String wrong = Kind.PREFLIGHT.wrong(answer, new Versions(version, version));
      if (!wrong.isEmpty()) {
        throw new AssertionError("after the update to version " + version + ": " + wrong + ": " + answer);
      }
    } catch (IOException e) {
      throw new AssertionError("after the update to version " + version, e);
    }
  }

  int port() {
    return port;
  }

  EnvoyProcess envoy() {
    return envoy;
  }

  /** The newest version that Envoy may use. */
  int handedOver() {
    return handedOver;
  }

  /** The version that all workers give to new connections, or a newer one. */
  int everywhere() {
    return everywhere;
  }

  /** How many requests it has counted. */
  long counted() {
    return envoy.admin().stat("http." + LISTENER + ".downstream_rq_total").getOrElse(0L);
  }

  @Override
  public void close() {
    envoy.close();
  }
}
