package dev.sluice.host.model;

import dev.sluice.abi.Bytes;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a header map belongs to. Envoy keeps one slot for each header it uses itself and joins further values of such a
 * header with a comma (its "inline headers", {@code envoy/http/header_map.h}); which these are depends on the kind.
 */
public enum HeaderMapKind {
  REQUEST_HEADERS,
  RESPONSE_HEADERS,
  REQUEST_TRAILERS,
  RESPONSE_TRAILERS;

  /** True for a header of which a map of this kind holds at most one field. */
  boolean joins(Bytes name) {
    return switch (this) {
      case REQUEST_HEADERS -> Inline.REQUEST.contains(name);
      case RESPONSE_HEADERS -> Inline.RESPONSE.contains(name);
      case REQUEST_TRAILERS -> false;
      case RESPONSE_TRAILERS -> Inline.GRPC.contains(name);
    };
  }

  private static final class Inline {
    static final Set<Bytes> REQUEST = set(Stream.concat(both(), request()));
    static final Set<Bytes> RESPONSE = set(Stream.concat(both(), Stream.concat(response(), grpc())));
    static final Set<Bytes> GRPC = set(grpc());

    private static Set<Bytes> set(Stream<String> names) {
      return names.map(Bytes::utf8).collect(Collectors.toUnmodifiableSet());
    }

    static Stream<String> both() {
      return Stream.of("content-length", "x-envoy-attempt-count", "connection", "content-type",
          "x-envoy-decorator-operation", "keep-alive", "proxy-connection", "proxy-status", "x-request-id",
          "transfer-encoding", "upgrade", "via");
    }

    static Stream<String> request() {
      return Stream.of(":authority", ":method", ":path", ":protocol", ":scheme", "x-client-trace-id",
          "x-envoy-downstream-service-cluster", "x-envoy-downstream-service-node", "x-envoy-external-address",
          "x-envoy-force-trace", "x-envoy-hedge-on-per-try-timeout", "x-envoy-internal", "x-envoy-ip-tags",
          "x-envoy-retry-on", "x-envoy-retry-grpc-on", "x-envoy-retriable-status-codes",
          "x-envoy-retriable-header-names", "x-envoy-original-path", "x-envoy-original-url",
          "x-envoy-upstream-alt-stat-name", "x-envoy-upstream-rq-timeout-alt-response", "expect",
          "x-forwarded-client-cert", "x-forwarded-for", "x-forwarded-host", "x-forwarded-proto", "grpc-timeout",
          "te", "user-agent", "x-envoy-expected-rq-timeout-ms", "x-envoy-max-retries",
          "x-envoy-upstream-rq-timeout-ms", "x-envoy-upstream-rq-per-try-timeout-ms",
          "x-envoy-upstream-stream-duration-ms");
    }

    static Stream<String> response() {
      return Stream.of(":status", "x-envoy-upstream-service-time", "date", "x-envoy-degraded",
          "x-envoy-immediate-health-check-fail", "x-envoy-ratelimited", "x-envoy-upstream-canary",
          "x-envoy-upstream-healthchecked-cluster", "location", "server");
    }

    static Stream<String> grpc() {
      return Stream.of("grpc-status", "grpc-message");
    }
  }
}
