package dev.sluice.host.gateway;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.util.concurrent.LinkedBlockingQueue;

/** A server that serves one connection as a test likes. */
final class OneConnection implements AutoCloseable {
  /** What went wrong on it, such as that it was closed early. */
  final LinkedBlockingQueue<IOException> failures = new LinkedBlockingQueue<>();

  private final ServerSocket socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());

  OneConnection(Behaviour behaviour) throws IOException {
    Thread.ofPlatform().daemon().start(() -> {
      try (RawClient connection = new RawClient(socket.accept())) {
        behaviour.serve(connection);
      } catch (IOException e) {
        failures.add(e);
      }
    });
  }

  URI uri() {
    return URI.create("tcp://127.0.0.1:" + socket.getLocalPort());
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }

  interface Behaviour {
    void serve(RawClient connection) throws IOException;
  }
}
