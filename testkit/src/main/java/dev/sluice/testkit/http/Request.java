package dev.sluice.testkit.http;

import dev.sluice.abi.Bytes;

/**
 * A request to send. Immutable; build one with {@link #get} and the like and the methods that add to it.
 *
 * @param target path and query as they go onto the wire
 * @param authority the host asked for
 * @param headers in this order; without host, content-length and transfer-encoding, which are made from the rest
 */
public record Request(String method, String target, String authority, Headers headers, Bytes body) {

  public static Request of(String method, String target) {
    return new Request(method, target, "localhost", Headers.EMPTY, Bytes.EMPTY);
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
    return new Request(method, target, authority, headers.add(name, value), body);
  }

  /** One more header whose value is these bytes, which need not be UTF-8. */
  public Request header(String name, Bytes value) {
    return new Request(method, target, authority, headers.add(name, value), body);
  }

  public Request authority(String newAuthority) {
    return new Request(method, target, newAuthority, headers, body);
  }

  public Request body(String text) {
    return body(Bytes.utf8(text));
  }

  public Request body(Bytes newBody) {
    return new Request(method, target, authority, headers, newBody);
  }
}
