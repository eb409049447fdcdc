package dev.sluice.std;

import dev.sluice.dsl.Filter;
import dev.sluice.std.auth.Authenticated;
import dev.sluice.std.auth.BasicAuth;
import dev.sluice.std.auth.ExternalAuth;
import dev.sluice.std.auth.IpBlocks;
import dev.sluice.std.auth.KeyAuth;
import dev.sluice.std.body.JsonBody;
import dev.sluice.std.body.MaskBody;
import dev.sluice.std.header.Cors;
import dev.sluice.std.header.RequestHeaders;
import dev.sluice.std.header.ResponseHeaders;
import dev.sluice.std.header.SecureHeaders;
import dev.sluice.std.limit.LocalRateLimit;
import dev.sluice.std.limit.MaxRequestSize;
import dev.sluice.std.observe.AccessLog;
import dev.sluice.std.observe.RequestCounter;
import dev.sluice.std.observe.RequestId;
import dev.sluice.std.observe.RequestLatency;
import dev.sluice.std.observe.TraceContext;
import dev.sluice.std.route.PathPrefix;
import dev.sluice.std.route.PathRewrite;
import dev.sluice.std.route.Redirection;
import dev.sluice.std.route.TrafficSplit;
import dev.sluice.value.TextValue;

/**
 * All ready filters, for {@code import static dev.sluice.std.Filters.*;}. Each is made of its settings, which a
 * configuration gives (their {@code DECODER}) or the author writes down:
 *
 * <pre>{@code
 * plugin("gateway").with(keyAuth(KeyAuth.inHeader("x-api-key").consumer("alice", key).consumerHeader("x-consumer")))
 * }</pre>
 */
public final class Filters {
  private Filters() {}

  // authentication, limits, bodies

  /** Lets requests through that carry the key of a consumer, see {@link KeyAuth}. */
  public static Filter keyAuth(KeyAuth settings) {
    return settings.filter();
  }

  /** Lets requests through that carry the name and password of a user, see {@link BasicAuth}. */
  public static Filter basicAuth(BasicAuth settings) {
    return settings.filter();
  }

  /** The name of the consumer or user that {@link #keyAuth} or {@link #basicAuth} before has let through. */
  public static TextValue consumer() {
    return Authenticated.consumer();
  }

  /** Lets only clients in blocks of addresses through, see {@link IpBlocks}. */
  public static Filter ipAllow(IpBlocks settings) {
    return settings.allow();
  }

  /** Lets only clients that connect from these blocks of addresses through, see {@link IpBlocks}. */
  public static Filter ipAllow(String... blocks) {
    return ipAllow(IpBlocks.of(blocks));
  }

  /** Refuses clients in blocks of addresses, see {@link IpBlocks}. */
  public static Filter ipDeny(IpBlocks settings) {
    return settings.deny();
  }

  /** Refuses clients that connect from these blocks of addresses, see {@link IpBlocks}. */
  public static Filter ipDeny(String... blocks) {
    return ipDeny(IpBlocks.of(blocks));
  }

  /** Asks another service whether a request may pass, see {@link ExternalAuth}. */
  public static Filter externalAuth(ExternalAuth settings) {
    return settings.filter();
  }

  /** Lets so many requests in so long a time through, see {@link LocalRateLimit}. */
  public static Filter localRateLimit(LocalRateLimit settings) {
    return settings.filter();
  }

  /** Lets requests with bodies of up to so many bytes through, see {@link MaxRequestSize}. */
  public static Filter maxRequestSize(long bytes) {
    return maxRequestSize(new MaxRequestSize(bytes));
  }

  /** Lets requests with bodies of up to so many bytes through, see {@link MaxRequestSize}. */
  public static Filter maxRequestSize(MaxRequestSize settings) {
    return settings.filter();
  }

  /** Has bodies be JSON with what is required in it, and changes them, see {@link JsonBody}. */
  public static Filter jsonBody(JsonBody settings) {
    return settings.filter();
  }

  /** Masks what is found in bodies as they pass, see {@link MaskBody}. */
  public static Filter maskBody(MaskBody settings) {
    return settings.filter();
  }

  // headers

  /** Edits the headers of requests, see {@link RequestHeaders}. */
  public static Filter requestHeaders(RequestHeaders edits) {
    return edits.filter();
  }

  /** Edits the headers of responses, see {@link ResponseHeaders}. */
  public static Filter responseHeaders(ResponseHeaders edits) {
    return edits.filter();
  }

  /** Says to browsers which other sites may use this one, see {@link Cors}. */
  public static Filter cors(Cors settings) {
    return settings.filter();
  }

  /** Gives responses the headers by which browsers guard a site, see {@link SecureHeaders}. */
  public static Filter secureHeaders(SecureHeaders settings) {
    return settings.filter();
  }

  /** The same with {@link SecureHeaders#defaults}. */
  public static Filter secureHeaders() {
    return SecureHeaders.defaults().filter();
  }

  // observation

  /** Gives each request an id, see {@link RequestId}. */
  public static Filter requestId(RequestId settings) {
    return settings.filter();
  }

  /** The same with {@link RequestId#standard}. */
  public static Filter requestId() {
    return RequestId.standard().filter();
  }

  /** Makes the proxy a part of distributed traces, see {@link TraceContext}. */
  public static Filter traceContext(TraceContext settings) {
    return settings.filter();
  }

  /** The same with {@link TraceContext#standard}. */
  public static Filter traceContext() {
    return TraceContext.standard().filter();
  }

  /** Counts requests, see {@link RequestCounter}. */
  public static Filter counter(RequestCounter settings) {
    return settings.filter();
  }

  /** Records how long requests took, see {@link RequestLatency}. */
  public static Filter latency(RequestLatency settings) {
    return settings.filter();
  }

  /** Writes a line of JSON for each request, see {@link AccessLog}. */
  public static Filter accessLog(AccessLog settings) {
    return settings.filter();
  }

  /** The same with {@link AccessLog#standard}. */
  public static Filter accessLog() {
    return AccessLog.standard().filter();
  }

  // routes

  /** Replaces what a regular expression matches in the path of requests, see {@link PathRewrite}. */
  public static Filter rewritePath(PathRewrite settings) {
    return settings.filter();
  }

  /** Takes the beginning of paths away, see {@link PathPrefix}. */
  public static Filter stripPrefix(PathPrefix settings) {
    return settings.filter();
  }

  /** Sends clients elsewhere, see {@link Redirection}. */
  public static Filter redirect(Redirection settings) {
    return settings.filter();
  }

  /** Splits traffic by weights, see {@link TrafficSplit}. */
  public static Filter trafficSplit(TrafficSplit settings) {
    return settings.filter();
  }
}
