package dev.sluice.testkit.tcp;

import dev.sluice.abi.Bytes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;

/** A connection over a real socket. */
public final class SocketConnection implements TcpConnection {
  private static final int SILENCE_MILLIS = 60_000;

  private final Socket socket;
  private final Runnable taken;

  private SocketConnection(Socket socket, Runnable taken) {
    this.socket = socket;
    this.taken = taken;
  }

  /**
   * Connects to a port of this machine. Reads give up after a minute of silence.
   *
   * @param taken waits until the other side has dealt with what was sent
   */
  public static SocketConnection open(int port, Runnable taken) {
    Socket socket = new Socket();
    try {
      socket.setTcpNoDelay(true);
      socket.setSoTimeout(SILENCE_MILLIS);
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), SILENCE_MILLIS);
    } catch (IOException e) {
      throw new UncheckedIOException("connecting to port " + port, e);
    }
    taken.run();
    return new SocketConnection(socket, taken);
  }

  @Override
  public TcpConnection send(Bytes data) {
    try {
      socket.getOutputStream().write(data.toArray());
    } catch (IOException e) {
      throw new AssertionError("sending " + data.length() + " bytes", e);
    }
    taken.run();
    return this;
  }

  @Override
  public TcpConnection end() {
    try {
      socket.shutdownOutput();
    } catch (IOException e) {
      throw new AssertionError("ending the connection's output", e);
    }
    taken.run();
    return this;
  }

  @Override
  public Bytes receive(int length) {
    byte[] bytes;
    try {
      bytes = socket.getInputStream().readNBytes(length);
    } catch (IOException e) {
      throw new AssertionError("reading " + length + " bytes", e);
    }
    if (bytes.length != length) {
      throw new AssertionError("the connection ended after " + bytes.length + " of " + length + " bytes");
    }
    return Bytes.wrap(bytes);
  }

  @Override
  public Bytes receiveRest() {
    try {
      return Bytes.wrap(socket.getInputStream().readAllBytes());
    } catch (IOException e) {
      throw new AssertionError("reading to the end", e);
    }
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    taken.run();
  }
}
