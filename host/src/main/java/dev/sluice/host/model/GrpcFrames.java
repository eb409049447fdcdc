package dev.sluice.host.model;

import dev.sluice.abi.Bytes;
import java.nio.ByteBuffer;
import java.util.function.Consumer;

/**
 * Messages of gRPC in the body of an HTTP message: each has one byte for compression and four for its length ahead
 * (gRPC over HTTP2, "Length-Prefixed-Message").
 */
public final class GrpcFrames {
  /** Longest message that is taken; Envoy's client has no limit of its own. */
  static final int MOST_MESSAGE = 32 << 20;

  private static final int PREFIX = 5;
  private static final int COMPRESSED = 1;

  private final Consumer<Bytes> onMessage;
  private final DataBuffer received = new DataBuffer(Bytes.EMPTY);

  /** @param onMessage gets each message as soon as it is whole */
  public GrpcFrames(Consumer<Bytes> onMessage) {
    this.onMessage = onMessage;
  }

  /** A message as it goes over the wire. */
  public static Bytes frame(Bytes message) {
    return Bytes.wrap(
        ByteBuffer.allocate(PREFIX + message.length())
            .put((byte) 0)
            .putInt(message.length())
            .put(message.toArray())
            .array());
  }

  /** Takes a piece of the body, which may hold any part of messages. */
  public Outcome take(Bytes data) {
    received.moveFrom(new DataBuffer(data));
    int at = 0;
    Outcome outcome = null;
    while (outcome == null && received.length() - at >= PREFIX) {
      ByteBuffer prefix = ByteBuffer.wrap(received.range(at, PREFIX).toArray());
      int flags = prefix.get();
      int length = prefix.getInt();
      outcome = outcome(flags, length, received.length() - at - PREFIX);
      if (outcome == null) {
        onMessage.accept(received.range(at + PREFIX, length));
        at += PREFIX + length;
      }
    }
    // All at once: one by one, a piece of many small messages would be copied once for each.
    received.replace(0, at, Bytes.EMPTY);
    return outcome == null ? Outcome.FINE : outcome;
  }

  /** What has become of a piece with this message; null where the message is whole. */
  private static Outcome outcome(int flags, int length, int there) {
    if ((flags & ~COMPRESSED) != 0) {
      return Outcome.NOT_UNDERSTOOD;
    }
    if (Integer.compareUnsigned(length, MOST_MESSAGE) > 0) {
      return Outcome.TOO_LARGE;
    }
    if (there < length) {
      return Outcome.FINE;
    }
    return flags == COMPRESSED && length > 0 ? Outcome.NOT_UNDERSTOOD : null;
  }

  /** What has become of a piece. */
  public enum Outcome {
    FINE,
    /** A message is compressed, or something that gRPC does not know. */
    NOT_UNDERSTOOD,
    TOO_LARGE
  }
}
