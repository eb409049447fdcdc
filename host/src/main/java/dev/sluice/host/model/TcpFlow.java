package dev.sluice.host.model;

import dev.sluice.abi.Bytes;

/**
 * The bytes of one direction of a connection. All plugins share one buffer, which keeps what one of them holds
 * ({@code ConnectionImpl::read_buffer_} in Envoy). Past the limit nothing more is read until the buffer has fallen to
 * half of it.
 */
final class TcpFlow {
  /** What Envoy reads at once when the limit has been reached, and so the most that the buffer goes beyond it. */
  private static final int PIECE = 16_384;

  private final int limit;
  private final DataBuffer buffer = new DataBuffer(Bytes.EMPTY);
  private final DataBuffer unread = new DataBuffer(Bytes.EMPTY);
  private boolean lastUnread;
  private boolean ended;
  private boolean endTaken;
  private boolean full;

  TcpFlow(int limit) {
    this.limit = limit;
  }

  /** Bytes have come; they are read in pieces by {@link #read}. */
  void arrive(Bytes data, boolean endOfStream) {
    unread.replace(unread.length(), 0, data);
    lastUnread |= endOfStream;
  }

  /** Moves a piece of what has come into the buffer; false where there is none or the buffer is full. */
  boolean read() {
    boolean nothing = unread.length() == 0 && !lastUnread;
    if (nothing || ended || isFull()) {
      return false;
    }
    int room = Math.max(limit - buffer.length(), PIECE);
    buffer.replace(buffer.length(), 0, unread.take(room));
    ended = lastUnread && unread.length() == 0;
    return true;
  }

  /** True while nothing more is to be read. */
  boolean isFull() {
    full = buffer.length() > (full ? limit / 2 : limit);
    return full;
  }

  DataBuffer buffer() {
    return buffer;
  }

  /** The last byte has been read. */
  boolean ended() {
    return ended;
  }

  /** True when there is something for a plugin to see. The end of the stream is so again and again, as in Envoy. */
  boolean isThere() {
    return buffer.length() > 0 || ended;
  }

  /** True when something has been read that has not left. */
  boolean isKept() {
    return buffer.length() > 0 || ended && !endTaken;
  }

  /** The end has left on the other side. */
  boolean endTaken() {
    return endTaken;
  }

  /** Hands over all bytes; null where nothing can follow what has left before. */
  Bytes take() {
    Bytes all = buffer.take();
    if (endTaken) {
      return null;
    }
    endTaken = ended;
    return all;
  }
}
