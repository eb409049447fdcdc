package dev.sluice.testkit;

import dev.sluice.testkit.envoy.EnvoyProcess;
import dev.sluice.testkit.http.Http1Connection;
import dev.sluice.testkit.http.Request;
import io.vavr.collection.Vector;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * Tells when Envoy has dealt with all that was sent to it. A worker takes what arrives in order: when each worker has
 * answered on a connection of its own, it has done all there was before.
 */
final class EnvoyFence implements AutoCloseable {
  static final String LISTENER = "fence";

  private final Vector<Http1Connection> connections;

  /** Connects to each worker: the listener spreads its connections evenly. */
  EnvoyFence(EnvoyProcess envoy, int workers) {
    int port = envoy.port(LISTENER);
    connections = Vector.fill(workers, () -> open(port));
  }

  static Http1Connection open(int port) {
    try {
      return Http1Connection.open(port);
    } catch (IOException e) {
      throw new UncheckedIOException("Envoy does not take a connection", e);
    }
  }

  synchronized void pass() {
    for (Http1Connection connection : connections) {
      try {
        connection.exchange(Request.get("/fence"));
      } catch (IOException e) {
        throw new UncheckedIOException("Envoy does not serve another connection", e);
      }
    }
  }

  @Override
  public void close() {
    connections.forEach(EnvoyFence::close);
  }

  static void close(Http1Connection connection) {
    try {
      connection.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
