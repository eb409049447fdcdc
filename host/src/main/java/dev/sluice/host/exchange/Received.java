package dev.sluice.host.exchange;

import dev.sluice.abi.Bytes;
import dev.sluice.abi.Header;
import dev.sluice.host.model.HeaderMap;
import io.vavr.control.Option;
import java.util.ArrayList;
import java.util.List;

/** What has come out of a proxy on one side. */
public final class Received {
  private final List<Bytes> chunks = new ArrayList<>();
  private HeaderMap headers;
  private final List<List<Header>> metadata = new ArrayList<>();
  private List<Header> trailers = List.of();
  private boolean complete;

  /** None before the headers have come. */
  public Option<List<Header>> headers() {
    return Option.of(headers).map(HeaderMap::toList);
  }

  /** The values of a header, in order, pseudo-headers too. */
  public List<Bytes> values(String name) {
    return headers == null ? List.of() : headers.values(Bytes.utf8(name));
  }

  /** The status of a response, 0 before there is one. */
  public int status() {
    return headers == null ? 0 : headers.status();
  }

  /** The pieces of the body as they came. */
  public List<Bytes> chunks() {
    return List.copyOf(chunks);
  }

  /** All of the body so far. */
  public Bytes body() {
    return Messages.join(chunks);
  }

  /** All of the body so far as UTF-8 text. */
  public String text() {
    return body().utf8();
  }

  public List<Header> trailers() {
    return trailers;
  }

  /** The HTTP/2 METADATA frames as they came. */
  public List<List<Header>> metadata() {
    return List.copyOf(metadata);
  }

  /** True when the message has come to its end. */
  public boolean complete() {
    return complete;
  }

  HeaderMap map() {
    return headers;
  }

  void head(HeaderMap map, boolean endOfStream) {
    headers = map;
    chunks.clear();
    complete = endOfStream;
  }

  void data(Bytes data, boolean endOfStream) {
    if (!data.isEmpty()) {
      chunks.add(data);
    }
    complete = endOfStream;
  }

  void metadata(List<Header> entries) {
    metadata.add(entries);
  }

  void tail(HeaderMap map) {
    trailers = map.toList();
    complete = true;
  }
}
