package dev.sluice.testkit.tcp;

import dev.sluice.abi.Bytes;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A real server of bytes on a free port, which answers as told and remembers what it got. */
public final class TcpUpstream implements AutoCloseable {
  private static final int BUFFER = 65_536;

  private final ServerSocket server;
  private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
  private final ByteArrayOutputStream seen = new ByteArrayOutputStream();
  private volatile TcpScript script = TcpScript.echo();

  private TcpUpstream(ServerSocket server) {
    this.server = server;
  }

  /** A server that sends back what it gets. */
  public static TcpUpstream start() {
    try {
      TcpUpstream upstream = new TcpUpstream(new ServerSocket(0, 0, InetAddress.getLoopbackAddress()));
      Thread.ofVirtual().start(upstream::accept);
      return upstream;
    } catch (IOException e) {
      throw new UncheckedIOException("starting an upstream", e);
    }
  }

  public int port() {
    return server.getLocalPort();
  }

  /** From now on answers as this says. */
  public void script(TcpScript newScript) {
    script = newScript;
  }

  /** All bytes that came since the last {@link #forget()}, of all connections. */
  public Bytes seen() {
    return Bytes.wrap(seen.toByteArray());
  }

  /** Forgets what came so far. */
  public void forget() {
    seen.reset();
  }

  private void accept() {
    try {
      while (true) {
        Socket socket = server.accept();
        sockets.add(socket);
        Thread.ofVirtual().start(() -> serve(socket));
      }
    } catch (IOException e) {
      sockets.forEach(TcpUpstream::close);
    }
  }

  /** A connection that breaks is over; the client's side of the test sees that. */
  private void serve(Socket socket) {
    byte[] buffer = new byte[BUFFER];
    try (socket) {
      InputStream in = socket.getInputStream();
      for (int length = in.read(buffer); length >= 0; length = in.read(buffer)) {
        seen.write(buffer, 0, length);
        Bytes data = Bytes.copyOf(buffer).slice(0, length);
        TcpScript answering = script;
        socket.getOutputStream().write(answering.answer(data).toArray());
        if (answering.closesAfter(data)) {
          return;
        }
      }
    } catch (IOException broken) {
      close(socket);
    } finally {
      sockets.remove(socket);
    }
  }

  private static void close(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    try {
      server.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
