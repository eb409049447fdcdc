package dev.sluice.host.model;

import dev.sluice.abi.Bytes;

/** Of a call with one answer the plugin hears either a message or a failure ({@code Grpc::AsyncRequestImpl}). */
record UnaryAnswer(GrpcAnswer plugin, Last last) implements GrpcAnswer {
  private static final int INTERNAL = 13;

  UnaryAnswer(GrpcAnswer plugin) {
    this(plugin, new Last());
  }

  @Override
  public void initialMetadata(HeaderMap metadata) {}

  @Override
  public void message(Bytes message) {
    last.message = message;
  }

  @Override
  public void trailingMetadata(HeaderMap metadata) {}

  @Override
  public void closed(int status, Bytes message) {
    if (status != 0) {
      plugin.closed(status, message);
    } else if (last.message == null) {
      plugin.closed(INTERNAL, Bytes.EMPTY);
    } else {
      plugin.message(last.message);
    }
  }

  /** The message that came last. */
  private static final class Last {
    private Bytes message;
  }
}
