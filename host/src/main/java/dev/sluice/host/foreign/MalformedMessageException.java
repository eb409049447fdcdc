package dev.sluice.host.foreign;

/** Bytes that are no protobuf message. */
final class MalformedMessageException extends Exception {
  private static final long serialVersionUID = 1L;

  MalformedMessageException(String message) {
    super(message);
  }
}
