package dev.sluice.host.model;

import dev.sluice.abi.Bytes;

/**
 * The two sockets of a connection through the proxy: to the client and to the upstream. Called on the stream's thread, in
 * the order of the wire.
 */
public interface TcpSink {
  /**
   * The plugins let the connection through: connect to the upstream. The outcome is told by
   * {@link TcpStream#upstreamConnected} or {@link TcpStream#upstreamClosed}.
   */
  void connect();

  /**
   * Bytes leave for the upstream.
   *
   * @param endOfStream true when nothing follows: this half of the connection is closed
   */
  void toUpstream(Bytes data, boolean endOfStream);

  /** Bytes leave for the client, see {@link #toUpstream}. */
  void toDownstream(Bytes data, boolean endOfStream);

  /** Whether to read from the client; at first not. What comes nevertheless is kept for later. */
  void readDownstream(boolean on);

  /** Whether to read from the upstream; at first so. What comes nevertheless is kept for later. */
  void readUpstream(boolean on);

  /** Both sockets are to be closed, once what was sent before has left; nothing follows. */
  void close();
}
