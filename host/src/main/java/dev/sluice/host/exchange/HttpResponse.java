package dev.sluice.host.exchange;

import dev.sluice.abi.Bytes;
import dev.sluice.abi.Header;
import java.util.ArrayList;
import java.util.List;

/**
 * A response.
 *
 * @param headers in order, repeated ones apart; {@code content-length} follows the body where none is given
 * @param trailers in order; none for most
 */
public record HttpResponse(int status, List<Header> headers, Bytes body, List<Header> trailers) {

  public HttpResponse {
    headers = List.copyOf(headers);
    trailers = List.copyOf(trailers);
  }

  /** A response without trailers. */
  public HttpResponse(int status, List<Header> headers, Bytes body) {
    this(status, headers, body, List.of());
  }

  public static HttpResponse of(int status, String body) {
    return new HttpResponse(status, List.of(), Bytes.utf8(body), List.of());
  }

  /** One more header. */
  public HttpResponse header(String name, String value) {
    return header(name, Bytes.utf8(value));
  }

  /** One more header, whose value may be any bytes. */
  public HttpResponse header(String name, Bytes value) {
    List<Header> more = new ArrayList<>(headers);
    more.add(new Header(Bytes.utf8(name), value));
    return new HttpResponse(status, more, body, trailers);
  }

  /** One more trailer. */
  public HttpResponse trailer(String name, String value) {
    List<Header> more = new ArrayList<>(trailers);
    more.add(Header.of(name, value));
    return new HttpResponse(status, headers, body, more);
  }

  /** The values of a header, in order. */
  public List<Bytes> values(String name) {
    return Messages.values(headers, name);
  }
}
