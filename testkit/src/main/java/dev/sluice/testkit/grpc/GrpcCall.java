package dev.sluice.testkit.grpc;

import dev.sluice.abi.Bytes;
import dev.sluice.testkit.http.Headers;
import java.util.function.Consumer;

/** One call, as the service sees it. */
public interface GrpcCall {
  /** {@code /package.Service/Method}. */
  String path();

  /** What the client sent ahead of its messages. */
  Headers metadata();

  GrpcCall onMessage(Consumer<Bytes> handler);

  /** The client has sent its last message. */
  GrpcCall onEnd(Runnable handler);

  /** Adds to the initial metadata; before the first message or {@link #open}. */
  GrpcCall initialMetadata(String name, String value);

  /** Sends the initial metadata, which else goes with the first message. */
  GrpcCall open();

  GrpcCall send(Bytes message);

  /** Adds to the trailing metadata. */
  GrpcCall trailingMetadata(String name, String value);

  /**
   * Ends the call.
   *
   * @param status 0 for a good end, to 16
   * @param message empty for none
   */
  void close(int status, String message);

  /** Breaks the call off. */
  void reset();
}
