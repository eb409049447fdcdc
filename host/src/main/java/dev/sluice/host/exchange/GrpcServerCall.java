package dev.sluice.host.exchange;

import dev.sluice.abi.Bytes;
import dev.sluice.abi.Header;
import dev.sluice.host.model.Dispatcher;
import dev.sluice.host.model.GrpcFrames;
import dev.sluice.host.model.HeaderMap;
import dev.sluice.host.model.HeaderMapKind;
import dev.sluice.host.model.UpstreamRequest;
import dev.sluice.host.model.UpstreamResponse;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/**
 * A gRPC call as the service sees it. What the service sends is under way when time may pass, in the order of its calls.
 * Used on the proxy's thread.
 */
public final class GrpcServerCall {
  private final HeaderMap request;
  private final UpstreamResponse response;
  private final Dispatcher worker;
  private final HeaderMap headers = new HeaderMap(HeaderMapKind.RESPONSE_HEADERS);
  private final HeaderMap trailers = new HeaderMap(HeaderMapKind.RESPONSE_TRAILERS);
  private final GrpcFrames frames = new GrpcFrames(this::received);
  private Consumer<Bytes> onMessage = message -> {};
  private Runnable onEnd = () -> {};
  private Runnable onCancel = () -> {};
  private boolean opened;
  private boolean closed;
  private boolean over;

  GrpcServerCall(HeaderMap request, UpstreamResponse response, Dispatcher worker) {
    this.request = request;
    this.response = response;
    this.worker = worker;
    initialMetadata(":status", "200");
    initialMetadata("content-type", "application/grpc");
  }

  private void received(Bytes message) {
    onMessage.accept(message);
  }

  /** {@code /package.Service/Method}. */
  public String path() {
    return request.first(Bytes.utf8(":path")).utf8();
  }

  /** Host name of the service, as the client has it. */
  public String authority() {
    return request.first(Bytes.utf8(":authority")).utf8();
  }

  /** What the client sent ahead of its messages, without pseudo-headers. */
  public List<Header> metadata() {
    return request.regular();
  }

  public GrpcServerCall onMessage(Consumer<Bytes> handler) {
    onMessage = handler;
    return this;
  }

  /** The client has sent its last message. */
  public GrpcServerCall onEnd(Runnable handler) {
    onEnd = handler;
    return this;
  }

  /** The client, or the proxy for it, gives the call up. */
  public GrpcServerCall onCancel(Runnable handler) {
    onCancel = handler;
    return this;
  }

  /** Adds to the initial metadata, before that is sent. */
  public GrpcServerCall initialMetadata(String name, String value) {
    headers.add(Bytes.utf8(name), Bytes.utf8(value));
    return this;
  }

  /** Sends the initial metadata, which else goes with the first message or the end. */
  public GrpcServerCall open() {
    if (!opened) {
      opened = true;
      later(() -> response.headers(headers, false));
    }
    return this;
  }

  /** Sends a message. */
  public GrpcServerCall send(Bytes message) {
    open();
    later(() -> response.data(GrpcFrames.frame(message), false));
    return this;
  }

  /** Adds to the trailing metadata. */
  public GrpcServerCall trailingMetadata(String name, String value) {
    trailers.add(Bytes.utf8(name), Bytes.utf8(value));
    return this;
  }

  /**
   * Ends the call. A second call does nothing.
   *
   * @param status 0 for a good end, to 16
   * @param message empty for none
   */
  public void close(int status, String message) {
    if (closed) {
      return;
    }
    open();
    closed = true;
    trailingMetadata("grpc-status", Integer.toString(status));
    if (!message.isEmpty()) {
      trailingMetadata("grpc-message", message);
    }
    later(() -> response.trailers(trailers));
  }

  /** Breaks the call off. */
  public void reset() {
    later(() -> response.reset("remote reset"));
  }

  private void later(Runnable step) {
    worker.after(Duration.ZERO, () -> {
      if (!over) {
        step.run();
      }
    });
  }

  /** The client's side of it. */
  UpstreamRequest client() {
    return new UpstreamRequest() {
      @Override
      public void data(Bytes data, boolean endOfStream) {
        frames.take(data);
        if (endOfStream) {
          onEnd.run();
        }
      }

      @Override
      public void reset() {
        over = true;
        onCancel.run();
      }
    };
  }
}
