package dev.sluice.host.model;

import dev.sluice.abi.Bytes;
import dev.sluice.abi.Header;
import dev.sluice.abi.call.ReplyCalls;
import java.util.List;

/**
 * An answer that does not come from the upstream.
 *
 * @param details Envoy's response code details, with white space made underscores
 * @param grpcStatus 0 to 16, anything else means none
 */
record LocalReply(int status, String details, Bytes body, List<Header> headers, int grpcStatus) {
  private static final String HEX = "0123456789ABCDEF";
  private static final Bytes TEXT = Bytes.constant("text/plain");

  LocalReply {
    details = details.replaceAll("\\s", "_");
  }

  /** A reply of the proxy itself. */
  static LocalReply ofProxy(int status, String details, String body) {
    return new LocalReply(status, details, Bytes.utf8(body), List.of(), ReplyCalls.NO_GRPC_STATUS);
  }

  /** What the router answers when the upstream breaks off before a response has begun. */
  static LocalReply upstreamReset(String reason) {
    return ofProxy(503, "upstream_reset_before_response_started{" + reason + "}",
        "upstream connect error or disconnect/reset before headers. reset reason: " + reason);
  }

  /** Why a stream is reset when the upstream breaks off later than that. */
  static String lateReset(String reason) {
    return ("upstream_reset_after_response_started{" + reason + "}").replace(' ', '_');
  }

  /** What the router answers where a cluster has no host that could take the request. */
  static LocalReply noHealthyUpstream() {
    return ofProxy(503, "no_healthy_upstream", "no healthy upstream");
  }

  /** What the router answers when the upstream takes too long to begin a response. */
  static LocalReply upstreamTimeout() {
    return ofProxy(504, "response_timeout", "upstream request timeout");
  }

  /**
   * The reply as Envoy prepares it: length and type follow the body; a gRPC request gets status 200 with
   * {@code grpc-status} and the body as {@code grpc-message}.
   */
  Prepared prepare(RequestKind request) {
    HeaderMap map = new HeaderMap(HeaderMapKind.RESPONSE_HEADERS);
    map.add(Names.STATUS, Bytes.utf8(Integer.toString(status)));
    headers.forEach(header -> map.add(header.name(), header.value()));
    if (request.grpc()) {
      return new Prepared(asGrpc(map, request.head()), Bytes.EMPTY);
    }
    if (body.isEmpty()) {
      map.remove(Names.CONTENT_LENGTH);
      map.remove(Names.CONTENT_TYPE);
    } else {
      map.replace(Names.CONTENT_LENGTH, Bytes.utf8(Integer.toString(body.length())));
      if (map.first(Names.CONTENT_TYPE) == null) {
        map.add(Names.CONTENT_TYPE, TEXT);
      }
    }
    return new Prepared(map, request.head() ? Bytes.EMPTY : body);
  }

  private HeaderMap asGrpc(HeaderMap map, boolean headRequest) {
    map.replace(Names.STATUS, Bytes.utf8("200"));
    map.replace(Names.CONTENT_TYPE, Names.GRPC);
    map.remove(Names.CONTENT_LENGTH);
    if (map.text(Names.GRPC_STATUS).isEmpty()) {
      boolean given = grpcStatus >= 0 && grpcStatus <= 16;
      int code = given ? grpcStatus : GrpcStatusCodes.ofHttp(status);
      map.replace(Names.GRPC_STATUS, Bytes.utf8(Integer.toString(code)));
    }
    if (!body.isEmpty() && !headRequest) {
      map.replace(Names.GRPC_MESSAGE, percentEncoded(body));
    }
    return map;
  }

  /** Percent-encoding of gRPC's message field: everything but printable ASCII, the percent sign and, in Envoy, the tilde. */
  private static Bytes percentEncoded(Bytes text) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      int b = text.at(i) & 0xff;
      if (b >= ' ' && b < '~' && b != '%') {
        out.append((char) b);
      } else {
        out.append('%').append(HEX.charAt(b >> 4)).append(HEX.charAt(b & 15));
      }
    }
    return Bytes.latin1(out.toString());
  }

  /** Headers and body as they enter the response filters. */
  record Prepared(HeaderMap headers, Bytes body) {}
}
