package dev.sluice.host.gateway;

import dev.sluice.abi.Bytes;
import dev.sluice.abi.Header;
import dev.sluice.host.model.HeaderMap;
import dev.sluice.host.model.HeaderMapKind;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.HttpVersion;
import java.util.List;
import java.util.function.Consumer;

/** The client of one exchange: what it sends, as fast as it is asked for, and what it gets. */
final class ClientSide {
  private final HttpServerRequest request;
  private final HttpServerResponse response;
  private final WireRequest wire;
  private final ServerTrailers trailers;
  private final Events events;
  private final Consumer<String> told;
  private long unread;
  private boolean begun;
  private boolean lastRead;
  private boolean ended;
  private boolean toldToGoOn;
  private boolean reading = true;
  private boolean answered;
  private boolean closing;

  /** @param told receives lines for the user */
  ClientSide(HttpServerRequest request, WireRequest wire, ServerTrailers trailers, Events events,
      Consumer<String> told) {
    this.request = request;
    this.response = request.response();
    this.wire = wire;
    this.trailers = trailers;
    this.events = events;
    this.told = told;
    this.unread = wire.bodyLength();
  }

  /** Reads the request: its headers are told at once, or as soon as it is known whether more comes. */
  void begin() {
    request.exceptionHandler(gone -> clientGone());
    response.exceptionHandler(gone -> clientGone());
    response.closeHandler(closed -> clientGone());
    response.drainHandler(drained -> events.drained());
    request.handler(this::data);
    request.endHandler(end -> end());
    if (wire.isHttp2()) {
      // Whether the headers end the stream Vert.x tells right after them.
      events.soon(() -> headers(false));
    } else {
      headers(!wire.hasBody());
    }
  }

  private void headers(boolean endOfStream) {
    if (!begun) {
      begun = true;
      lastRead = endOfStream;
      events.headers(wire.headers(), endOfStream);
      if (!answered && wire.expectsContinue()) {
        toldToGoOn = true;
        response.writeContinue();
      }
    }
  }

  private void data(Buffer buffer) {
    if (buffer.length() == 0) {
      return;
    }
    headers(false);
    unread -= buffer.length();
    lastRead |= unread == 0;
    events.data(Bytes.wrap(buffer.getBytes()), lastRead);
  }

  private void end() {
    ended = true;
    List<Header> tail = trailers.of(request);
    headers(tail.isEmpty());
    if (lastRead) {
      return;
    }
    lastRead = true;
    if (tail.isEmpty()) {
      events.data(Bytes.EMPTY, true);
    } else {
      events.trailers(HeaderMap.of(HeaderMapKind.REQUEST_TRAILERS, tail));
    }
  }

  /** Reads on, or not. */
  void read(boolean on) {
    if (!ended && reading != on) {
      reading = on;
      if (on) {
        request.resume();
      } else {
        request.pause();
      }
    }
  }

  /**
   * The response does not wait for the body. A client that has not been told to send it may send it nevertheless, and
   * that could be taken for its next request.
   */
  void declineBody() {
    if (wire.expectsContinue() && !toldToGoOn) {
      closeAfterwards();
    }
  }

  /** Headers of the response. */
  void head(HeaderMap headers, boolean endOfStream) {
    answered = true;
    int status = headers.status() < 200 ? 502 : headers.status();
    response.setStatusCode(status);
    if (wire.asksToClose()) {
      closeAfterwards();
    }
    WireHeaders.write(headers.regular(), response.headers(), told);
    if (endOfStream || wire.isHead() || status == 204 || status == 304) {
      finish(response.end());
      return;
    }
    boolean measured = response.headers().contains("content-length");
    if (!measured && request.version() == HttpVersion.HTTP_1_1) {
      response.setChunked(true);
    }
    // HTTP/1.0 has no chunks: there the body ends with the connection, and Vert.x sends the head with it.
    if (measured || request.version() != HttpVersion.HTTP_1_0) {
      response.writeHead();
    }
  }

  /** A piece of the response body; left aside where the response cannot have one. */
  void data(Bytes data, boolean endOfStream) {
    if (response.ended()) {
      return;
    }
    Buffer buffer = Buffer.buffer(data.toArray());
    if (endOfStream) {
      finish(data.isEmpty() ? response.end() : response.end(buffer));
    } else {
      response.write(buffer);
    }
  }

  /** Trailers, which end the response; HTTP/1 has them in chunked bodies only. */
  void trailers(HeaderMap tail) {
    if (!response.ended()) {
      WireHeaders.write(tail.regular(), response.trailers(), told);
      finish(response.end());
    }
  }

  /** An answer of the gateway itself. */
  void answer(int status, String text) {
    answered = true;
    response.setStatusCode(status).putHeader("content-type", "text/plain");
    finish(response.end(text));
  }

  private void finish(Future<Void> written) {
    written.onComplete(done -> events.answered());
  }

  /** True once a response has begun. */
  boolean isAnswered() {
    return answered;
  }

  /** True while the client takes what it gets more slowly than it comes. */
  boolean isFull() {
    return !response.ended() && !response.closed() && response.writeQueueFull();
  }

  int status() {
    return response.getStatusCode();
  }

  /** The connection is not used again. */
  void closeAfterwards() {
    if (!wire.isHttp2()) {
      response.putHeader("connection", "close");
      closing = true;
    }
  }

  /** The exchange is over: what else the client sends of its request is skipped. */
  void release() {
    read(true);
    if (closing) {
      request.connection().close();
    }
  }

  /** The client must not take what it has for a whole response. */
  void reset() {
    response.reset();
  }

  private void clientGone() {
    if (!response.ended()) {
      events.gone();
    }
  }

  /** What happens on the client's side. */
  interface Events extends SideEvents {
    void headers(HeaderMap headers, boolean endOfStream);

    void data(Bytes data, boolean endOfStream);

    void trailers(HeaderMap trailers);

    /** The response has been written. */
    void answered();

    /** The client's connection, or its part of it, is broken. */
    void gone();
  }
}
