package dev.sluice.host.proto;

/** Bytes that are no protobuf message. */
public final class MalformedMessageException extends Exception {
  private static final long serialVersionUID = 1L;

  MalformedMessageException(String message) {
    super(message);
  }
}
