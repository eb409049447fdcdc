package dev.sluice.std.observe;

import static dev.sluice.dsl.Sluice.*;

import dev.sluice.abi.attribute.RequestAttributes;
import dev.sluice.abi.attribute.ResponseAttributes;
import dev.sluice.value.Value;

/** What a line of an access log can tell of a request, under its name in lower case. */
public enum AccessField {
  /** When its first byte came, in UTC, to the second (RFC 3339). */
  TIME,
  METHOD,
  /** The host that was asked for, with its port where one was given. */
  HOST,
  /** The path without its query, as filters have left it. */
  PATH,
  /** The query, which may hold what a log should not. */
  QUERY,
  /** {@code HTTP/1.1}, {@code HTTP/2} and so on. */
  PROTOCOL,
  /** The status of the response; null where there was none. */
  STATUS,
  /** Why the proxy sent that status (Envoy: response code details). */
  DETAILS,
  /** From the first byte that came to the last one that was sent, in whole milliseconds. */
  DURATION_MS,
  /** Bytes of the request's body. */
  REQUEST_BYTES,
  /** Bytes of the response's body. */
  RESPONSE_BYTES,
  /** The IP address of the connection's peer. */
  CLIENT,
  USER_AGENT,
  REFERER,
  /** What the header x-request-id is, see {@link RequestId}. */
  REQUEST_ID,
  /** What the header traceparent is, see {@link TraceContext}. */
  TRACEPARENT,
  /** The name of the proxy's route. */
  ROUTE,
  /** The name of the cluster that the request went to. */
  CLUSTER;

  private static final long NANOS_PER_SECOND = 1_000_000_000;
  private static final long NANOS_PER_MILLI = 1_000_000;

  /** Its name in the line and in a configuration. */
  public String member() {
    return switch (this) {
      case TIME -> "time";
      case METHOD -> "method";
      case HOST -> "host";
      case PATH -> "path";
      case QUERY -> "query";
      case PROTOCOL -> "protocol";
      case STATUS -> "status";
      case DETAILS -> "details";
      case DURATION_MS -> "duration_ms";
      case REQUEST_BYTES -> "request_bytes";
      case RESPONSE_BYTES -> "response_bytes";
      case CLIENT -> "client";
      case USER_AGENT -> "user_agent";
      case REFERER -> "referer";
      case REQUEST_ID -> "request_id";
      case TRACEPARENT -> "traceparent";
      case ROUTE -> "route";
      case CLUSTER -> "cluster";
    };
  }

  Value<?> value() {
    return switch (this) {
      case TIME -> property(RequestAttributes.time()).number().dividedBy(NANOS_PER_SECOND).asTimestamp();
      case METHOD -> method();
      case HOST -> authority();
      case PATH -> path();
      case QUERY -> queryString();
      case PROTOCOL -> property(RequestAttributes.protocol());
      case STATUS -> status();
      case DETAILS -> property(ResponseAttributes.codeDetails());
      case DURATION_MS -> property(RequestAttributes.duration()).number().dividedBy(NANOS_PER_MILLI);
      case REQUEST_BYTES -> property(RequestAttributes.size()).number();
      case RESPONSE_BYTES -> property(ResponseAttributes.size()).number();
      case CLIENT -> clientAddress();
      case USER_AGENT -> header("user-agent");
      case REFERER -> header("referer");
      case REQUEST_ID -> header("x-request-id");
      case TRACEPARENT -> header("traceparent");
      case ROUTE -> routeName();
      case CLUSTER -> clusterName();
    };
  }
}
