package dev.sluice.host.exchange;

import dev.sluice.abi.Bytes;
import dev.sluice.abi.Header;
import java.util.ArrayList;
import java.util.List;

/**
 * A request.
 *
 * @param path with the query
 * @param headers in order, repeated ones apart; {@code content-length} follows the body where none is given
 * @param trailers in order; none for most
 */
public record HttpRequest(String method, String path, String authority, List<Header> headers, Bytes body,
    List<Header> trailers) {

  public HttpRequest {
    headers = List.copyOf(headers);
    trailers = List.copyOf(trailers);
  }

  /** A request without trailers. */
  public HttpRequest(String method, String path, String authority, List<Header> headers, Bytes body) {
    this(method, path, authority, headers, body, List.of());
  }

  public static HttpRequest of(String method, String path) {
    return new HttpRequest(method, path, "localhost", List.of(), Bytes.EMPTY, List.of());
  }

  public static HttpRequest get(String path) {
    return of("GET", path);
  }

  /** One more header. */
  public HttpRequest header(String name, String value) {
    return header(name, Bytes.utf8(value));
  }

  /** One more header, whose value may be any bytes. */
  public HttpRequest header(String name, Bytes value) {
    List<Header> more = new ArrayList<>(headers);
    more.add(new Header(Bytes.utf8(name), value));
    return new HttpRequest(method, path, authority, more, body, trailers);
  }

  public HttpRequest authority(String other) {
    return new HttpRequest(method, path, other, headers, body, trailers);
  }

  public HttpRequest body(Bytes other) {
    return new HttpRequest(method, path, authority, headers, other, trailers);
  }

  public HttpRequest body(String text) {
    return body(Bytes.utf8(text));
  }

  /** One more trailer. */
  public HttpRequest trailer(String name, String value) {
    List<Header> more = new ArrayList<>(trailers);
    more.add(Header.of(name, value));
    return new HttpRequest(method, path, authority, headers, body, more);
  }

  /** The values of a header, in order. */
  public List<Bytes> values(String name) {
    return Messages.values(headers, name);
  }
}
