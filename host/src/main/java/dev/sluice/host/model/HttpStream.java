package dev.sluice.host.model;

import dev.sluice.abi.Bytes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * One HTTP exchange on its way through the plugins: requests in the order of the plugins, responses in reverse. The
 * caller brings what arrives from either side and does what the {@link Verdict} says; at last it calls {@link #end}.
 */
public final class HttpStream {
  private final List<Filter> filters;
  private final HostcallTrace trace;
  private final Consumer<LogLine> log;
  private final StreamAttributes attributes;
  private final List<LogLine> lines = new ArrayList<>();
  private final List<StreamContext> entered = new ArrayList<>();
  private HeaderMap request;
  private HeaderMap response;
  private boolean ended;

  HttpStream(List<Filter> filters, Map<Bytes, Bytes> attributes, boolean tracing, Consumer<LogLine> log) {
    this.filters = filters;
    this.trace = new HostcallTrace(tracing);
    this.log = log;
    this.attributes = new StreamAttributes(this, attributes);
  }

  /**
   * Request headers have come. The plugins change this very map.
   *
   * @param endOfStream true when the request has no body
   */
  public Verdict requestHeaders(HeaderMap headers, boolean endOfStream) {
    request = headers;
    for (Filter filter : filters) {
      StreamContext context = StreamContext.open(filter.root(), this, trace);
      entered.add(context);
      FilterResult result = context.requestHeaders(headers, endOfStream);
      if (result instanceof FilterResult.Answer answer) {
        return answerRequest(answer.reply());
      }
      if (result instanceof FilterResult.Hold) {
        return new Verdict.Held(context.plugin().name());
      }
    }
    return new Verdict.Pass(headers);
  }

  /**
   * Response headers have come from the upstream. The plugins change this very map.
   *
   * @param endOfStream true when the response has no body
   */
  public Verdict responseHeaders(HeaderMap headers, boolean endOfStream) {
    Verdict interrupted = encode(headers, endOfStream);
    return interrupted == null ? new Verdict.Pass(headers) : interrupted;
  }

  /** The proxy itself answers, for instance because the upstream is down; that passes the plugins as well. */
  public Verdict reply(int status, String details, String body) {
    return answerRequest(LocalReply.ofProxy(status, details, body));
  }

  /** A reply in the request phase goes through the response callbacks, those of the plugin that sent it too. */
  private Verdict answerRequest(LocalReply reply) {
    LocalReply.Prepared prepared = prepare(reply);
    Verdict interrupted = encode(prepared.headers(), prepared.body().isEmpty());
    return interrupted == null ? new Verdict.Reply(prepared.headers(), prepared.body(), reply.details()) : interrupted;
  }

  /** Null when all plugins let the response through. */
  private Verdict encode(HeaderMap headers, boolean endOfStream) {
    response = headers;
    for (int i = entered.size() - 1; i >= 0; i--) {
      StreamContext context = entered.get(i);
      if (context.isFailed()) {
        continue;
      }
      FilterResult result = context.responseHeaders(headers, endOfStream);
      if (result instanceof FilterResult.Answer answer) {
        return answerResponse(answer.reply());
      }
      if (result instanceof FilterResult.Hold) {
        return new Verdict.Held(context.plugin().name());
      }
    }
    return null;
  }

  /** A reply in the response phase goes straight to the client. */
  private Verdict answerResponse(LocalReply reply) {
    LocalReply.Prepared prepared = prepare(reply);
    response = prepared.headers();
    return new Verdict.Reply(prepared.headers(), prepared.body(), reply.details());
  }

  private LocalReply.Prepared prepare(LocalReply reply) {
    return reply.prepare(Names.isGrpc(request), Names.isHead(request));
  }

  /**
   * The exchange is over, complete or cut short: the plugins get log, done and delete. Plugins that a reply kept from
   * seeing the request get them too, as in Envoy. A second call does nothing.
   */
  public void end() {
    if (ended) {
      return;
    }
    ended = true;
    for (int i = entered.size(); i < filters.size(); i++) {
      entered.add(StreamContext.open(filters.get(i).root(), this, trace));
    }
    entered.forEach(StreamContext::log);
    entered.forEach(StreamContext::end);
  }

  /** How many hostcalls the plugins have made so far. */
  public int hostcallCount() {
    return trace.count();
  }

  /** The hostcalls so far, in order; empty unless {@link HostEnvironment#tracing()}. */
  public List<HostcallRecord> hostcalls() {
    return trace.records();
  }

  /** Time spent in the plugins' callbacks, hostcalls included. */
  public long pluginNanos() {
    return trace.nanos();
  }

  /** What the plugins, and the host about them, wrote for this stream. */
  public List<LogLine> log() {
    return List.copyOf(lines);
  }

  void log(LogLine line) {
    lines.add(line);
    log.accept(line);
  }

  /** Null before the request headers have come. */
  HeaderMap request() {
    return request;
  }

  /** Null before there is a response. */
  HeaderMap response() {
    return response;
  }

  StreamAttributes attributes() {
    return attributes;
  }
}
