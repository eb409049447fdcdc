package dev.sluice.host.model;

import dev.sluice.abi.Bytes;
import dev.sluice.abi.Header;
import dev.sluice.abi.profile.HostTrait;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * One HTTP exchange on its way through the plugins: requests in the order of the plugins, responses in reverse. The
 * caller brings what arrives from either side; what has passed the plugins goes to an {@link HttpSink}, at once or when
 * a plugin that holds it lets it go. At last the caller calls {@link #end}.
 */
public final class HttpStream {
  private static final LocalReply REQUEST_TOO_LARGE =
      LocalReply.ofProxy(413, "request_payload_too_large", "Payload Too Large");
  private static final LocalReply RESPONSE_TOO_LARGE =
      LocalReply.ofProxy(500, "response_payload_too_large", "Internal Server Error");

  private final List<StreamContext> contexts = new ArrayList<>();
  private final HostcallTrace trace;
  private final StreamProgress progress;
  private final Map<Bytes, Bytes> given;
  /** Null before a plugin asks for any. */
  private StreamAttributes attributes;
  private final KeptLines lines = new KeptLines();
  private final HostEnvironment environment;
  private final DirectionRules responseRules;
  private final Direction requestWay;
  /** Null on a host whose plugins see the request body as it comes. */
  private final CollectedRequest collected;
  private Direction responseWay;
  private HeaderMap request;
  private HeaderMap response;
  private RequestKind kind = RequestKind.PLAIN;
  private boolean over;
  private boolean ended;

  HttpStream(List<Filter> filters, Map<Bytes, Bytes> given, Worker worker, HttpSink sink) {
    this.environment = worker.environment();
    this.responseRules = worker.responseRules();
    this.given = given;
    this.trace = new HostcallTrace(environment.tracing());
    this.progress = new StreamProgress(environment.clock(), sink);
    List<Stage> stages = new ArrayList<>(filters.size());
    for (Filter filter : filters) {
      StreamContext context = new StreamContext(filter.root(), this, trace);
      contexts.add(context);
      stages.add(context.request());
    }
    this.requestWay = new Direction(Way.REQUEST, stages, worker.requestRules(),
        new RequestExit(progress, () -> localReply(REQUEST_TOO_LARGE)));
    this.collected = environment.profile().has(HostTrait.WHOLE_REQUEST_BODY)
        ? new CollectedRequest(requestWay, environment.bufferLimit(), () -> localReply(REQUEST_TOO_LARGE))
        : null;
  }

  /**
   * Request headers have come. The plugins change this very map.
   *
   * @param endOfStream true when the request has neither body nor trailers
   */
  public void beginRequest(HeaderMap headers, boolean endOfStream) {
    request = headers;
    kind = RequestKind.of(headers);
    requestWay.headers(headers, endOfStream);
  }

  /** A piece of the request body has come. */
  public void requestData(Bytes data, boolean endOfStream) {
    progress.requestData(data.length());
    if (collected == null) {
      requestWay.data(data, endOfStream);
    } else {
      collected.data(data, endOfStream);
    }
  }

  /** Request trailers have come; they end the request. */
  public void requestTrailers(HeaderMap trailers) {
    if (collected == null) {
      requestWay.trailers(trailers);
    } else {
      collected.data(Bytes.EMPTY, true);
    }
  }

  /** HTTP/2 metadata of the request has come. */
  public void requestMetadata(List<Header> entries) {
    requestWay.metadata(entries);
  }

  /**
   * Response headers have come from the upstream, final ones. The plugins change this very map.
   *
   * @param endOfStream true when the response has neither body nor trailers
   */
  public void beginResponse(HeaderMap headers, boolean endOfStream) {
    progress.fromUpstream(endOfStream);
    if (!over && responseWay == null) {
      encode(headers, endOfStream);
    }
  }

  /** A piece of the response body has come. */
  public void responseData(Bytes data, boolean endOfStream) {
    progress.fromUpstream(endOfStream);
    responseWay.data(data, endOfStream);
  }

  /** Response trailers have come; they end the response. */
  public void responseTrailers(HeaderMap trailers) {
    progress.fromUpstream(true);
    responseWay.trailers(trailers);
  }

  /** HTTP/2 metadata of the response has come, after its headers. */
  public void responseMetadata(List<Header> entries) {
    responseWay.metadata(entries);
  }

  /** The proxy itself answers, for instance because the upstream is down; that passes the plugins as well. */
  public void reply(int status, String details, String body) {
    localReply(LocalReply.ofProxy(status, details, body));
  }

  /**
   * The upstream fails: the router answers in its place before a response has begun, and resets the stream from then on.
   * Does nothing where there is nothing more to come from the upstream.
   */
  public void upstreamFails(UpstreamFailure failure) {
    if (progress.isUpstreamDone()) {
      return;
    }
    if (responseWay == null) {
      localReply(failure.reply());
    } else {
      reset(failure.resetDetails());
    }
  }

  private void encode(HeaderMap headers, boolean endOfStream) {
    response = headers;
    progress.responding(headers);
    List<Stage> stages = new ArrayList<>(contexts.size());
    for (StreamContext context : contexts.reversed()) {
      if (context.isEntered()) {
        stages.add(context.response());
      }
    }
    responseWay = new Direction(Way.RESPONSE, stages, responseRules,
        new ResponseExit(progress, this::finish, () -> localReply(RESPONSE_TOO_LARGE)));
    responseWay.headers(headers, endOfStream);
  }

  /**
   * An answer in the upstream's place ({@code FilterManager::sendLocalReply}): through the response callbacks before
   * there is a response, straight to the client until its headers have left, a reset from then on.
   */
  void localReply(LocalReply reply) {
    if (over) {
      return;
    }
    progress.leaveUpstream();
    requestWay.close();
    if (progress.hasResponseLeft()) {
      reset(reply.details());
      return;
    }
    LocalReply.Prepared prepared = reply.prepare(kind);
    boolean bodiless = prepared.body().isEmpty();
    progress.localReply(reply.details());
    if (responseWay == null) {
      encode(prepared.headers(), bodiless);
      if (!bodiless) {
        responseWay.data(prepared.body(), true);
      }
      return;
    }
    responseWay.close();
    response = prepared.headers();
    over = true;
    progress.responseHeaders(response, bodiless);
    if (!bodiless) {
      progress.responseData(prepared.body(), true);
    }
  }

  /** Breaks the stream off on both sides. */
  void reset(String details) {
    if (!over) {
      finish();
      progress.reset(details);
    }
  }

  private void finish() {
    over = true;
    progress.leaveUpstream();
    requestWay.close();
    if (responseWay != null) {
      responseWay.close();
    }
  }

  void resume(Stage stage) {
    requestWay.resume(stage);
    if (responseWay != null) {
      responseWay.resume(stage);
    }
  }

  HeaderMap addTrailers(Stage stage) {
    Direction way = stage == stage.context().request() ? requestWay : responseWay;
    return way == null ? null : way.addTrailers(stage);
  }

  /** False while plugins hold so much of the request that the client is to be slowed down. */
  public boolean wantsRequest() {
    return requestWay.wantsMore();
  }

  /** False while plugins hold so much of the response that the upstream is to be slowed down. */
  public boolean wantsResponse() {
    return responseWay == null || responseWay.wantsMore();
  }

  /** Name of the plugin that holds the request or the response; null where none does. */
  public String holder() {
    return responseWay == null ? requestWay.holder() : responseWay.holder();
  }

  /** The exchange is over: the plugins get log, done and delete, once, as in Envoy even those it never reached. */
  public void end() {
    if (ended) {
      return;
    }
    ended = true;
    finish();
    contexts.forEach(StreamContext::enter);
    contexts.forEach(StreamContext::log);
    contexts.forEach(StreamContext::end);
  }

  /** How many hostcalls the plugins have made so far. */
  public int hostcallCount() {
    return trace.count();
  }

  /** The hostcalls so far, in order; empty unless {@link HostEnvironment#tracing()}. */
  public List<HostcallRecord> hostcalls() {
    return trace.records();
  }

  void clearRouteCache() {
    progress.clearRouteCache();
  }

  /** Time spent in the plugins' callbacks, hostcalls included. */
  public long pluginNanos() {
    return trace.nanos();
  }

  /** What the plugins, and the host about them, wrote for this stream; of very much only the beginning. */
  public List<LogLine> log() {
    return lines.toList();
  }

  void log(LogLine line) {
    lines.add(line);
    environment.log().accept(line);
  }

  /** True when the plugins are told that the exchange is over. */
  boolean isEnded() {
    return ended;
  }

  /** True when nothing can be done to the stream any more. */
  boolean isOver() {
    return over;
  }

  /** Null before the request headers have come. */
  HeaderMap request() {
    return request;
  }

  /** Null before there is a response. */
  HeaderMap response() {
    return response;
  }

  /** Null where there are none. */
  HeaderMap responseTrailers() {
    return responseWay == null ? null : responseWay.trailers();
  }

  StreamAttributes attributes() {
    if (attributes == null) {
      attributes = new StreamAttributes(this, progress, given, environment.profile());
    }
    return attributes;
  }
}
