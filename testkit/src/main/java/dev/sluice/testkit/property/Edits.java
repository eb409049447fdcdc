package dev.sluice.testkit.property;

import dev.sluice.abi.Bytes;
import dev.sluice.abi.Header;
import dev.sluice.testkit.http.Headers;
import dev.sluice.testkit.http.Request;
import io.vavr.collection.Vector;

/** Requests like another one, changed in one part. */
record Edits(Request request) {
  static Edits of(Request request) {
    return new Edits(request);
  }

  /** These values and no others; none at all where there are none. */
  Request header(String name, Iterable<Bytes> values) {
    Bytes key = Bytes.utf8(name);
    Vector<Header> others = request.headers().fields().reject(field -> field.name().equalsIgnoreCase(key));
    return headers(new Headers(others.appendAll(Vector.ofAll(values).map(value -> new Header(key, value)))));
  }

  private Request headers(Headers headers) {
    return new Request(request.method(), request.target(), request.authority(), headers, request.pieces(),
        request.trailers(), request.metadata());
  }

  /** Another path with the same query. */
  Request path(String path) {
    int query = request.target().indexOf('?');
    return new Request(request.method(), query < 0 ? path : path + request.target().substring(query),
        request.authority(), request.headers(), request.pieces(), request.trailers(), request.metadata());
  }

  Request withoutBody() {
    return new Request(request.method(), request.target(), request.authority(), request.headers(), Vector.empty(),
        Headers.EMPTY, Vector.empty());
  }

  /** GET and the like have no body that would mean anything (RFC 9110 section 9.3). */
  Request method(String method) {
    Request other = new Request(method, request.target(), request.authority(), request.headers(), request.pieces(),
        request.trailers(), request.metadata());
    boolean takesBody = method.equals("POST") || method.equals("PUT") || method.equals("PATCH");
    return takesBody ? other : new Edits(other).withoutBody();
  }
}
