package dev.sluice.host.gateway;

import dev.sluice.abi.Bytes;
import dev.sluice.host.model.HeaderMap;
import dev.sluice.host.model.HeaderMapKind;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import java.util.List;
import java.util.Set;

/** A request as it came over the wire. */
final class WireRequest {
  private static final Set<String> HANDLED_HERE = Set.of("host", "expect");

  private final HttpServerRequest request;

  WireRequest(HttpServerRequest request) {
    this.request = request;
  }

  /** Why this request is answered by the gateway itself, null for none (RFC 9112 section 3.2). */
  Refusal refusal() {
    if (request.decoderResult().isFailure()) {
      return new Refusal(400, "malformed request: " + request.decoderResult().cause().getMessage());
    }
    if (request.method().equals(HttpMethod.CONNECT)) {
      return new Refusal(501, "this gateway opens no tunnels");
    }
    if (isHttp2()) {
      return null;
    }
    List<String> hosts = request.headers().getAll("host");
    if (hosts.size() > 1 || (hosts.isEmpty() && request.version() == HttpVersion.HTTP_1_1)) {
      return new Refusal(400, "a request has exactly one Host header");
    }
    return null;
  }

  /** The request as plugins see it. */
  HeaderMap headers() {
    HeaderMap map = new HeaderMap(HeaderMapKind.REQUEST_HEADERS);
    map.add(Bytes.utf8(":authority"), Bytes.latin1(authority()));
    map.add(Bytes.utf8(":path"), Bytes.latin1(path()));
    map.add(Bytes.utf8(":method"), Bytes.latin1(request.method().name()));
    map.add(Bytes.utf8(":scheme"), Bytes.utf8("http"));
    WireHeaders.read(request.headers(), map, HANDLED_HERE);
    return map;
  }

  /** The authority of an absolute target goes before Host (RFC 9112 section 3.2.2). */
  private String authority() {
    if (isHttp2()) {
      return request.authority() == null ? "" : request.authority().toString();
    }
    String target = target();
    int start = authorityStart(target);
    if (start >= 0) {
      return target.substring(start, pathStart(target, start));
    }
    String host = request.headers().get("host");
    return host == null ? "" : host;
  }

  String path() {
    String target = target();
    int start = authorityStart(target);
    if (start < 0) {
      return target;
    }
    String path = target.substring(pathStart(target, start));
    return path.startsWith("/") ? path : "/" + path;
  }

  /** Empty where HTTP/2 has none, for a tunnel. */
  private String target() {
    return request.uri() == null ? "" : request.uri();
  }

  private static int authorityStart(String target) {
    int mark = target.startsWith("/") ? -1 : target.indexOf("://");
    return mark < 0 ? -1 : mark + 3;
  }

  private static int pathStart(String target, int authorityStart) {
    for (int i = authorityStart; i < target.length(); i++) {
      if (target.charAt(i) == '/' || target.charAt(i) == '?') {
        return i;
      }
    }
    return target.length();
  }

  String method() {
    return request.method().name();
  }

  boolean isHead() {
    return request.method().equals(HttpMethod.HEAD);
  }

  boolean asksToClose() {
    return WireHeaders.connectionOptions(request.headers()).contains("close");
  }

  boolean isHttp2() {
    return request.version() == HttpVersion.HTTP_2;
  }

  /** Whether an HTTP/1 request has a body (RFC 9112 section 6.3); with HTTP/2 the end of the stream tells. */
  boolean hasBody() {
    String length = request.headers().get("content-length");
    return request.headers().contains("transfer-encoding") || (length != null && !length.strip().equals("0"));
  }

  /** How long the body of an HTTP/1 request is; negative where the head does not tell. */
  long bodyLength() {
    return isHttp2() ? -1 : WireHeaders.length(request.headers());
  }

  /** True when the client waits for leave to send the body (RFC 9110 section 10.1.1). */
  boolean expectsContinue() {
    String expect = request.headers().get("expect");
    return expect != null && expect.equalsIgnoreCase("100-continue") && request.version() != HttpVersion.HTTP_1_0;
  }

  /** An answer of the gateway itself. */
  record Refusal(int status, String text) {}
}
