package dev.sluice.host.gateway;

import dev.sluice.abi.Bytes;
import dev.sluice.abi.Header;
import dev.sluice.host.model.HeaderMap;
import dev.sluice.host.model.HeaderMapKind;
import io.vertx.core.AsyncResult;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.http.impl.HttpClientConnection;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.function.Consumer;

/** The upstream of one exchange: what it gets, as soon as it is connected, and what it sends. */
final class UpstreamCall {
  /** What may wait for the connection before the client is slowed down. */
  private static final int MOST_WAITING = 1 << 16;

  private final Upstream upstream;
  private final Events events;
  private final Consumer<String> told;
  private final Queue<Runnable> waiting = new ArrayDeque<>();
  private int waitingBytes;
  private HttpClientRequest request;
  private Future<Void> written = Future.succeededFuture();
  private HttpClientResponse response;
  private boolean bodiless;
  private long unread;
  private boolean begun;
  private boolean lastRead;
  private boolean reading = true;
  private boolean sent;
  private boolean over;

  /** @param told receives lines for the user */
  UpstreamCall(Upstream upstream, Events events, Consumer<String> told) {
    this.upstream = upstream;
    this.events = events;
    this.told = told;
  }

  /** Connects and sends headers. */
  void open(HeaderMap headers, boolean endOfStream) {
    bodiless = Bytes.utf8("HEAD").equals(headers.first(Bytes.utf8(":method")));
    boolean measured = headers.first(Bytes.utf8("content-length")) != null;
    Future<HttpClientRequest> connecting;
    try {
      connecting = upstream.request(headers, told);
    } catch (IllegalArgumentException e) {
      events.soon(() -> fail(Failure.MALFORMED, e));
      return;
    }
    connecting.onComplete(connected -> {
      if (connected.failed()) {
        fail(Failure.UNREACHABLE, connected.cause());
      } else if (over) {
        connected.result().reset();
      } else {
        send(connected.result(), measured, endOfStream);
      }
    });
  }

  private void send(HttpClientRequest target, boolean measured, boolean endOfStream) {
    request = target;
    // A failure of the request is one of the response too.
    target.exceptionHandler(expected -> {});
    target.response().onComplete(this::answered);
    if (endOfStream) {
      sent = true;
      target.end();
      return;
    }
    if (!measured) {
      target.setChunked(true);
    }
    target.drainHandler(drained -> events.drained());
    target.writeHead();
    while (!waiting.isEmpty() && !over) {
      waiting.remove().run();
    }
    waitingBytes = 0;
    events.drained();
  }

  /** Sends a piece of the request body. */
  void data(Bytes data, boolean endOfStream) {
    if (request == null) {
      waitingBytes += data.length();
      waiting.add(() -> data(data, endOfStream));
    } else if (!sent && !over) {
      Buffer buffer = Buffer.buffer(data.toArray());
      if (endOfStream) {
        sent = true;
        written = data.isEmpty() ? request.end() : request.end(buffer);
      } else if (!data.isEmpty()) {
        written = request.write(buffer);
      }
    }
  }

  /** Sends trailers, which end the request. */
  void trailers(HeaderMap tail) {
    if (request == null) {
      waiting.add(() -> trailers(tail));
    } else if (!sent && !over) {
      sent = true;
      ClientTrailers.end(request, tail.regular(), written, told);
    }
  }

  /** True while the upstream takes the request more slowly than it comes. */
  boolean isFull() {
    return request == null ? waitingBytes > MOST_WAITING : !sent && !over && request.writeQueueFull();
  }

  private void answered(AsyncResult<HttpClientResponse> outcome) {
    if (over) {
      return;
    }
    if (outcome.failed()) {
      fail(Failure.SILENT, outcome.cause());
      return;
    }
    response = outcome.result();
    response.handler(this::read);
    response.endHandler(end -> end());
    response.exceptionHandler(failure -> fail(Failure.BROKEN_OFF, failure));
    boolean http2 = response.version() == HttpVersion.HTTP_2;
    unread = http2 ? -1 : WireHeaders.length(response.headers());
    int status = response.statusCode();
    bodiless |= status == 204 || status == 304 || unread == 0;
    if (http2 && !bodiless) {
      // Whether the headers end the stream Vert.x tells right after them.
      events.soon(() -> begin(false));
    } else {
      begin(bodiless);
    }
  }

  private void begin(boolean endOfStream) {
    if (!begun && !over) {
      begun = true;
      lastRead = endOfStream;
      HeaderMap headers = new HeaderMap(HeaderMapKind.RESPONSE_HEADERS);
      headers.add(Bytes.utf8(":status"), Bytes.utf8(Integer.toString(response.statusCode())));
      WireHeaders.read(response.headers(), headers, Set.of());
      events.headers(headers, endOfStream);
    }
  }

  private void read(Buffer buffer) {
    begin(false);
    if (buffer.length() > 0 && !lastRead && !over) {
      unread -= buffer.length();
      lastRead = unread == 0;
      events.data(Bytes.wrap(buffer.getBytes()), lastRead);
    }
  }

  private void end() {
    HeaderMap tail = new HeaderMap(HeaderMapKind.RESPONSE_TRAILERS);
    WireHeaders.read(response.trailers(), tail, Set.of());
    List<Header> trailers = tail.regular();
    begin(trailers.isEmpty());
    if (lastRead || over) {
      return;
    }
    lastRead = true;
    if (trailers.isEmpty()) {
      events.data(Bytes.EMPTY, true);
    } else {
      events.trailers(tail);
    }
  }

  private void fail(Failure failure, Throwable cause) {
    if (!over && !lastRead) {
      over = true;
      events.failed(failure, cause);
    }
  }

  /** Reads the response on, or not. */
  void read(boolean on) {
    if (response != null && !lastRead && !over && reading != on) {
      reading = on;
      if (on) {
        response.resume();
      } else {
        response.pause();
      }
    }
  }

  /** True once the upstream has begun to answer. */
  boolean isAnswered() {
    return begun;
  }

  /** Nothing more is wanted from the upstream. */
  void drop() {
    boolean complete = over || sent && lastRead;
    over = true;
    if (!complete && request != null) {
      request.reset();
      closeAtOnce();
    }
  }

  /** Else an upstream that reads nothing would keep a connection of HTTP/1 open: Vert.x waits until all is written. */
  private void closeAtOnce() {
    if (request.version() != HttpVersion.HTTP_2) {
      var unused = ((HttpClientConnection) request.connection()).channelHandlerContext().close();
    }
  }

  /** How an upstream fails. */
  enum Failure {
    MALFORMED("cannot be sent what the plugin made of", "protocol_error"),
    UNREACHABLE("is not reachable for", "connection_failure"),
    SILENT("did not answer", "connection_termination"),
    BROKEN_OFF("broke off its response to", "connection_termination");

    private final String words;
    private final String reason;

    Failure(String words, String reason) {
      this.words = words;
      this.reason = reason;
    }

    /** For a sentence from the upstream to the request. */
    String words() {
      return words;
    }

    /** In Envoy's words. */
    String reason() {
      return reason;
    }
  }

  /** What happens on the upstream's side. */
  interface Events extends SideEvents {
    void headers(HeaderMap headers, boolean endOfStream);

    void data(Bytes data, boolean endOfStream);

    void trailers(HeaderMap trailers);

    /** The upstream is not there, or does not come to the end of a response. */
    void failed(Failure failure, Throwable cause);
  }
}
