package dev.sluice.host.exchange;

import dev.sluice.abi.Bytes;
import dev.sluice.abi.Header;
import dev.sluice.host.model.HeaderMap;
import dev.sluice.host.model.HeaderMapKind;
import java.io.ByteArrayOutputStream;
import java.util.List;

/** Requests and responses to and from header maps. */
final class Messages {
  private static final Bytes AUTHORITY = Bytes.constant(":authority");
  private static final Bytes PATH = Bytes.constant(":path");
  private static final Bytes METHOD = Bytes.constant(":method");
  private static final Bytes SCHEME = Bytes.constant(":scheme");
  private static final Bytes HTTP = Bytes.constant("http");
  private static final Bytes STATUS = Bytes.constant(":status");
  private static final Bytes CONTENT_LENGTH = Bytes.constant("content-length");
  private static final Bytes TRANSFER_ENCODING = Bytes.constant("transfer-encoding");

  private Messages() {}

  static HeaderMap headers(HttpRequest request) {
    HeaderMap map = new HeaderMap(HeaderMapKind.REQUEST_HEADERS);
    put(map, AUTHORITY, Bytes.utf8(request.authority()));
    put(map, PATH, Bytes.utf8(request.path()));
    put(map, METHOD, Bytes.utf8(request.method()));
    put(map, SCHEME, HTTP);
    request.headers().forEach(header -> put(map, header.name(), header.value()));
    if (!request.body().isEmpty()) {
      addLength(map, request.body());
    }
    return map;
  }

  static HeaderMap headers(HttpResponse response) {
    HeaderMap map = new HeaderMap(HeaderMapKind.RESPONSE_HEADERS);
    put(map, STATUS, Bytes.utf8(Integer.toString(response.status())));
    response.headers().forEach(header -> put(map, header.name(), header.value()));
    if (response.status() >= 200 && response.status() != 204 && response.status() != 304) {
      addLength(map, response.body());
    }
    return map;
  }

  private static void put(HeaderMap map, Bytes name, Bytes value) {
    if (!map.add(name, value).isOk()) {
      throw new IllegalArgumentException("header " + name + " contains NUL, CR or LF: " + value);
    }
  }

  private static void addLength(HeaderMap map, Bytes body) {
    if (map.first(CONTENT_LENGTH) == null && map.first(TRANSFER_ENCODING) == null) {
      put(map, CONTENT_LENGTH, Bytes.utf8(Integer.toString(body.length())));
    }
  }

  /** The request as the upstream gets it. */
  static HttpRequest request(HeaderMap map, Bytes body, List<Header> trailers) {
    return new HttpRequest(text(map, METHOD), text(map, PATH), text(map, AUTHORITY), map.regular(), body, trailers);
  }

  /** The response as the client gets it. */
  static HttpResponse response(HeaderMap map, Bytes body, List<Header> trailers) {
    return new HttpResponse(map.status(), map.regular(), body, trailers);
  }

  static Bytes join(List<Bytes> chunks) {
    if (chunks.size() <= 1) {
      return chunks.isEmpty() ? Bytes.EMPTY : chunks.getFirst();
    }
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    chunks.forEach(chunk -> all.writeBytes(chunk.toArray()));
    return Bytes.wrap(all.toByteArray());
  }

  private static String text(HeaderMap map, Bytes name) {
    Bytes value = map.first(name);
    return value == null ? "" : value.utf8();
  }

  static List<Bytes> values(List<Header> headers, String name) {
    Bytes wanted = Bytes.utf8(name);
    return headers.stream().filter(header -> header.name().equalsIgnoreCase(wanted)).map(Header::value).toList();
  }
}
