package dev.sluice.testkit.http;

import dev.sluice.abi.Bytes;

/**
 * A response, received or to be given.
 *
 * @param status 100 to 599
 */
public record Response(int status, Headers headers, Bytes body, Headers trailers) {

  /** A response with this text as its body. */
  public static Response of(int status, String body) {
    return new Response(status, Headers.EMPTY, Bytes.utf8(body), Headers.EMPTY);
  }

  public Response header(String name, String value) {
    return new Response(status, headers.add(name, value), body, trailers);
  }

  public Response header(String name, Bytes value) {
    return new Response(status, headers.add(name, value), body, trailers);
  }

  /** The body as UTF-8 text. */
  public String text() {
    return body.utf8();
  }
}
