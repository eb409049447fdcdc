package dev.sluice.testkit.http;

import dev.sluice.abi.Bytes;
import io.vavr.collection.Vector;

/**
 * A response, received or to be given.
 *
 * @param status 100 to 599
 * @param pieces the body; one to be given is sent piece by piece, each when the proxy has dealt with the one before
 * @param metadata HTTP/2 METADATA frames, between headers and body; HTTP/1.1 has none
 */
public record Response(
    int status, Headers headers, Vector<Bytes> pieces, Headers trailers, Vector<Headers> metadata) {

  /** A response with its body in one piece. */
  public Response(int status, Headers headers, Bytes body, Headers trailers) {
    this(status, headers, Vector.of(body), trailers, Vector.empty());
  }

  /** A response with this text as its body. */
  public static Response of(int status, String body) {
    return new Response(status, Headers.EMPTY, Bytes.utf8(body), Headers.EMPTY);
  }

  public Response header(String name, String value) {
    return new Response(status, headers.add(name, value), pieces, trailers, metadata);
  }

  public Response header(String name, Bytes value) {
    return new Response(status, headers.add(name, value), pieces, trailers, metadata);
  }

  /** The same with a body that comes in these pieces, one after the other. */
  public Response pieces(String... texts) {
    return new Response(status, headers, Vector.of(texts).map(Bytes::utf8), trailers, metadata);
  }

  /** One more trailer. */
  public Response trailer(String name, String value) {
    return new Response(status, headers, pieces, trailers.add(name, value), metadata);
  }

  /** One more METADATA frame, with one entry. */
  public Response metadata(String name, String value) {
    return withMetadata(metadata.append(Headers.EMPTY.add(name, value)));
  }

  /** The same with these METADATA frames. */
  public Response withMetadata(Vector<Headers> frames) {
    return new Response(status, headers, pieces, trailers, frames);
  }

  /** The whole body. */
  public Bytes body() {
    return Pieces.join(pieces);
  }

  /** The body as UTF-8 text. */
  public String text() {
    return body().utf8();
  }
}
