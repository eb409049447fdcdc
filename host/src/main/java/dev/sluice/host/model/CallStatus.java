package dev.sluice.host.model;

import dev.sluice.abi.Bytes;
import dev.sluice.abi.Fetched;
import dev.sluice.abi.GrpcStatus;

/** What {@code proxy_get_status} answers: a code that stays, and a message for the callback that it belongs to. */
final class CallStatus {
  private int code;
  private Bytes message = Bytes.EMPTY;

  void set(int newCode, Bytes newMessage) {
    code = newCode;
    message = newMessage;
  }

  void forgetMessage() {
    message = Bytes.EMPTY;
  }

  GrpcStatus get() {
    return new GrpcStatus(code, Fetched.of(message));
  }
}
