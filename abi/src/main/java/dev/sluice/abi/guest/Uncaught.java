package dev.sluice.abi.guest;

import dev.sluice.abi.Bytes;
import dev.sluice.abi.HeadersStatus;
import dev.sluice.abi.LogLevel;
import dev.sluice.abi.StopOrContinue;
import dev.sluice.abi.StreamType;
import dev.sluice.abi.call.ReplyCalls;

/**
 * The last guard: callbacks throw nothing, and where a plugin's do all the same, the VM of the worker must not pay for
 * it. The failure is logged and its stream ends, with 500 or a closed connection; other streams do not notice.
 */
final class Uncaught {
  private static final int SERVER_ERROR = 500;

  private Uncaught() {}

  static void log(String callback, Throwable failure) {
    Exports.HOST.log().log(LogLevel.CRITICAL, Bytes.utf8("uncaught in " + callback + ": " + failure));
  }

  /** Answers 500 and stops; the code of the callback's result. */
  static int http(String callback, Throwable failure) {
    log(callback, failure);
    Exports.HOST
        .replies()
        .send(SERVER_ERROR, Bytes.utf8("uncaught"), Bytes.EMPTY, Bytes.EMPTY, ReplyCalls.NO_GRPC_STATUS);
    return HeadersStatus.STOP_ITERATION.code();
  }

  /** Closes the client's connection and stops; the code of the callback's result. */
  static int tcp(String callback, Throwable failure) {
    log(callback, failure);
    Exports.HOST.flow().closeStream(StreamType.DOWNSTREAM);
    return StopOrContinue.STOP_ITERATION.code();
  }
}
