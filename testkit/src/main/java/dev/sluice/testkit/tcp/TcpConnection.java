package dev.sluice.testkit.tcp;

import dev.sluice.abi.Bytes;

/** A client's connection through plugins to an upstream. What fails on the way is an {@link AssertionError}. */
public interface TcpConnection extends AutoCloseable {

  /** Sends these bytes and returns when the proxy has taken them. */
  TcpConnection send(Bytes data);

  /** Sends this text in UTF-8, see {@link #send(Bytes)}. */
  default TcpConnection send(String text) {
    return send(Bytes.utf8(text));
  }

  /** Ends the way to the upstream; what the upstream sends still comes. */
  TcpConnection end();

  /** The next bytes from the upstream, exactly so many. */
  Bytes receive(int length);

  /** All bytes that still come, when the other side has closed the connection. */
  Bytes receiveRest();

  @Override
  void close();
}
