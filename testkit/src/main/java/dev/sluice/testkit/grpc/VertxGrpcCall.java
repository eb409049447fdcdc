package dev.sluice.testkit.grpc;

import dev.sluice.abi.Bytes;
import dev.sluice.testkit.http.Headers;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.util.function.Consumer;

/** A call over HTTP/2: each message has a byte for compression (none here) and its length ahead. */
final class VertxGrpcCall implements GrpcCall {
  private static final int PREFIX = 5;

  private final HttpServerRequest request;
  private final HttpServerResponse response;
  private Buffer received = Buffer.buffer();
  private Consumer<Bytes> onMessage = message -> {};
  private Runnable onEnd = () -> {};

  VertxGrpcCall(HttpServerRequest request) {
    this.request = request;
    response = request.response().setChunked(true).putHeader("content-type", "application/grpc");
    request.handler(this::receive);
    request.endHandler(end -> onEnd.run());
    // A client that gives the call up: what the test sees of it is that nothing more comes.
    request.exceptionHandler(gone -> {});
    response.exceptionHandler(gone -> {});
  }

  private void receive(Buffer data) {
    received.appendBuffer(data);
    while (received.length() >= PREFIX && received.length() >= PREFIX + received.getInt(1)) {
      int end = PREFIX + received.getInt(1);
      Bytes message = Bytes.wrap(received.getBytes(PREFIX, end));
      received = received.getBuffer(end, received.length());
      onMessage.accept(message);
    }
  }

  @Override
  public String path() {
    return request.path();
  }

  @Override
  public Headers metadata() {
    Headers headers = Headers.EMPTY;
    for (var entry : request.headers()) {
      headers = headers.add(entry.getKey(), Bytes.latin1(entry.getValue()));
    }
    return headers;
  }

  @Override
  public GrpcCall onMessage(Consumer<Bytes> handler) {
    onMessage = handler;
    return this;
  }

  @Override
  public GrpcCall onEnd(Runnable handler) {
    onEnd = handler;
    return this;
  }

  @Override
  public GrpcCall initialMetadata(String name, String value) {
    response.putHeader(name, value);
    return this;
  }

  @Override
  public GrpcCall open() {
    response.writeHead();
    return this;
  }

  @Override
  public GrpcCall send(Bytes message) {
    Buffer frame = Buffer.buffer().appendByte((byte) 0).appendInt(message.length()).appendBytes(message.toArray());
    response.write(frame);
    return this;
  }

  @Override
  public GrpcCall trailingMetadata(String name, String value) {
    response.putTrailer(name, value);
    return this;
  }

  @Override
  public void close(int status, String message) {
    response.putTrailer("grpc-status", Integer.toString(status));
    if (!message.isEmpty()) {
      response.putTrailer("grpc-message", message);
    }
    response.end();
  }

  @Override
  public void reset() {
    response.reset();
  }
}
