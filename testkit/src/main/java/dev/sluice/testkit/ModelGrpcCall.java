package dev.sluice.testkit;

import dev.sluice.abi.Bytes;
import dev.sluice.host.exchange.GrpcServerCall;
import dev.sluice.testkit.grpc.GrpcCall;
import dev.sluice.testkit.http.Headers;
import io.vavr.collection.Vector;
import java.util.function.Consumer;

/** A gRPC call on the model of a proxy. */
record ModelGrpcCall(GrpcServerCall call) implements GrpcCall {
  @Override
  public String path() {
    return call.path();
  }

  @Override
  public Headers metadata() {
    return new Headers(Vector.ofAll(call.metadata()));
  }

  @Override
  public GrpcCall onMessage(Consumer<Bytes> handler) {
    call.onMessage(handler);
    return this;
  }

  @Override
  public GrpcCall onEnd(Runnable handler) {
    call.onEnd(handler);
    return this;
  }

  @Override
  public GrpcCall initialMetadata(String name, String value) {
    call.initialMetadata(name, value);
    return this;
  }

  @Override
  public GrpcCall open() {
    call.open();
    return this;
  }

  @Override
  public GrpcCall send(Bytes message) {
    call.send(message);
    return this;
  }

  @Override
  public GrpcCall trailingMetadata(String name, String value) {
    call.trailingMetadata(name, value);
    return this;
  }

  @Override
  public void close(int status, String message) {
    call.close(status, message);
  }

  @Override
  public void reset() {
    call.reset();
  }
}
