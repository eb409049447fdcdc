package dev.sluice.testkit.http;

import dev.sluice.abi.Bytes;
import io.vavr.collection.Vector;

/**
 * A request to send. Immutable; build one with {@link #get} and the like and the methods that add to it.
 *
 * @param target path and query as they go onto the wire
 * @param authority the host asked for
 * @param headers in this order; without host, content-length and transfer-encoding, which are made from the rest
 * @param pieces the body; each piece is sent when the proxy has dealt with the one before
 * @param trailers sent after the body
 * @param metadata HTTP/2 METADATA frames, sent between headers and body; HTTP/1.1 has none
 */
public record Request(
    String method, String target, String authority, Headers headers, Vector<Bytes> pieces, Headers trailers,
    Vector<Headers> metadata) {

  public static Request of(String method, String target) {
    return new Request(method, target, "localhost", Headers.EMPTY, Vector.empty(), Headers.EMPTY, Vector.empty());
  }

  public static Request get(String target) {
    return of("GET", target);
  }

  public static Request head(String target) {
    return of("HEAD", target);
  }

  public static Request delete(String target) {
    return of("DELETE", target);
  }

  public static Request post(String target, String body) {
    return of("POST", target).body(body);
  }

  public static Request put(String target, String body) {
    return of("PUT", target).body(body);
  }

  /** One more header; the same name again repeats it. */
  public Request header(String name, String value) {
    return headers(headers.add(name, value));
  }

  /** One more header whose value is these bytes, which need not be UTF-8. */
  public Request header(String name, Bytes value) {
    return headers(headers.add(name, value));
  }

  private Request headers(Headers newHeaders) {
    return new Request(method, target, authority, newHeaders, pieces, trailers, metadata);
  }

  public Request authority(String newAuthority) {
    return new Request(method, target, newAuthority, headers, pieces, trailers, metadata);
  }

  public Request body(String text) {
    return body(Bytes.utf8(text));
  }

  public Request body(Bytes newBody) {
    return body(Vector.of(newBody).reject(Bytes::isEmpty));
  }

  /** A body of unknown length that comes in these pieces, one after the other. */
  public Request pieces(String... texts) {
    return body(Vector.of(texts).map(Bytes::utf8));
  }

  private Request body(Vector<Bytes> newPieces) {
    return new Request(method, target, authority, headers, newPieces, trailers, metadata);
  }

  /** One more trailer; the body is sent with an unknown length then. */
  public Request trailer(String name, String value) {
    return new Request(method, target, authority, headers, pieces, trailers.add(name, value), metadata);
  }

  /** One more METADATA frame, with one entry. */
  public Request metadata(String name, String value) {
    return new Request(method, target, authority, headers, pieces, trailers,
        metadata.append(Headers.EMPTY.add(name, value)));
  }

  /** The whole body. */
  public Bytes body() {
    return Pieces.join(pieces);
  }

  /** True where neither the length is known at the start nor the body is all there is. */
  boolean isChunked() {
    return pieces.size() > 1 || !trailers.fields().isEmpty();
  }
}
