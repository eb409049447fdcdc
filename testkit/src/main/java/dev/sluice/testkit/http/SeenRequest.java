package dev.sluice.testkit.http;

import dev.sluice.abi.Bytes;
import io.vavr.collection.Vector;

/**
 * What an upstream got.
 *
 * @param target path and query as they came over the wire
 * @param protocol {@code HTTP/1.1} or {@code HTTP/2}
 * @param headers in the order they came, repeated ones apart, values as bytes
 * @param metadata the HTTP/2 METADATA frames, in order
 * @param trailers what came behind the body
 */
public record SeenRequest(
    String method, String target, String authority, String protocol, Headers headers, Bytes body,
    Vector<Headers> metadata, Headers trailers) {

  /** A request without metadata and trailers. */
  public SeenRequest(
      String method, String target, String authority, String protocol, Headers headers, Bytes body) {
    this(method, target, authority, protocol, headers, body, Vector.empty(), Headers.EMPTY);
  }
}
