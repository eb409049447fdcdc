package dev.sluice.testkit.grpc;

import dev.sluice.abi.Bytes;
import java.util.function.UnaryOperator;

/** A gRPC service of a test. */
@FunctionalInterface
public interface GrpcService {
  /** A call begins: what comes next goes to the handlers that this gives to the call. */
  void begin(GrpcCall call);

  /** Answers one message with one message and ends well. */
  static GrpcService unary(UnaryOperator<Bytes> answer) {
    return call -> call.onMessage(message -> call.send(answer.apply(message)).close(0, ""));
  }
}
