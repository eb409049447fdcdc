package dev.sluice.host.gateway;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.concurrent.LinkedBlockingQueue;

/** An upstream whose every byte is written by a test; each connection has a thread of its own. */
final class RawUpstream implements AutoCloseable {
  /** The heads of all requests, in order. */
  final LinkedBlockingQueue<String> heads = new LinkedBlockingQueue<>();
  /** What went wrong on connections, such as one that was closed early. */
  final LinkedBlockingQueue<IOException> failures = new LinkedBlockingQueue<>();

  private final ServerSocket server;
  private final Behaviour behaviour;

  RawUpstream(Behaviour behaviour) throws IOException {
    this.behaviour = behaviour;
    server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    Thread.ofVirtual().start(this::accept);
  }

  /** An upstream that answers each request that has no body with this. */
  static RawUpstream answering(String response) throws IOException {
    return new RawUpstream((head, connection) -> connection.send(response));
  }

  private void accept() {
    while (true) {
      try {
        Socket socket = server.accept();
        Thread.ofPlatform().daemon().start(() -> serve(socket));
      } catch (IOException closed) {
        return;
      }
    }
  }

  private void serve(Socket socket) {
    try (RawClient connection = new RawClient(socket)) {
      while (true) {
        String head = connection.readHead();
        heads.add(head);
        behaviour.serve(head, connection);
      }
    } catch (IOException e) {
      failures.add(e);
    }
  }

  URI uri() {
    return URI.create("http://127.0.0.1:" + server.getLocalPort());
  }

  @Override
  public void close() {
    try {
      server.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  interface Behaviour {
    void serve(String head, RawClient connection) throws IOException;
  }
}
