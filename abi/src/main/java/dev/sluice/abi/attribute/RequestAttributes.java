package dev.sluice.abi.attribute;

import java.time.Duration;
import java.time.Instant;

/** {@code request.*}: of HTTP exchanges. */
public final class RequestAttributes {
  private RequestAttributes() {}

  /** The target with the query: {@code :path}. */
  public static Attribute<String> path() {
    return Attribute.in(Attribute.REQUEST_HEADERS, AttributeType.text(), "request", "path");
  }

  /** The target without the query. */
  public static Attribute<String> urlPath() {
    return Attribute.in(Attribute.REQUEST_HEADERS, AttributeType.text(), "request", "url_path");
  }

  /** What follows the question mark, empty where there is none. */
  public static Attribute<String> query() {
    return Attribute.in(Attribute.REQUEST_HEADERS, AttributeType.text(), "request", "query");
  }

  /** {@code :authority}. */
  public static Attribute<String> host() {
    return Attribute.in(Attribute.REQUEST_HEADERS, AttributeType.text(), "request", "host");
  }

  /** {@code :scheme}. */
  public static Attribute<String> scheme() {
    return Attribute.in(Attribute.REQUEST_HEADERS, AttributeType.text(), "request", "scheme");
  }

  /** {@code :method}. */
  public static Attribute<String> method() {
    return Attribute.in(Attribute.REQUEST_HEADERS, AttributeType.text(), "request", "method");
  }

  /** All headers by their names in lower case, repeated ones joined with commas; elsewhere an empty map. */
  public static Attribute<AttributeMap> headers() {
    return Attribute.in(Attribute.REQUEST_HEADERS, AttributeType.map(), "request", "headers");
  }

  /** One header by its name in lower case; values of repeated ones are joined with commas. */
  public static Attribute<String> header(String name) {
    return Attribute.in(Attribute.REQUEST_HEADERS, AttributeType.text(), "request", "headers", name);
  }

  /** The length of all names and values together, in bytes; elsewhere 0. Envoy 1.36 lacks it. */
  public static Attribute<Long> headersBytes() {
    return Attribute.in(Attribute.REQUEST_HEADERS, AttributeType.integer(), "request", "headers_bytes");
  }

  /** The header {@code referer}. */
  public static Attribute<String> referer() {
    return Attribute.in(Attribute.REQUEST_HEADERS, AttributeType.text(), "request", "referer");
  }

  /** The header {@code user-agent}. */
  public static Attribute<String> userAgent() {
    return Attribute.in(Attribute.REQUEST_HEADERS, AttributeType.text(), "request", "useragent");
  }

  /** The header {@code x-request-id}, which Envoy makes where there is none. */
  public static Attribute<String> id() {
    return Attribute.in(Attribute.REQUEST_HEADERS, AttributeType.text(), "request", "id");
  }

  /** When the first byte came. */
  public static Attribute<Instant> time() {
    return Attribute.in(Attribute.EXCHANGE, AttributeType.timestamp(), "request", "time");
  }

  /** {@code HTTP/1.0}, {@code HTTP/1.1}, {@code HTTP/2} or {@code HTTP/3}. */
  public static Attribute<String> protocol() {
    return Attribute.in(Attribute.EXCHANGE, AttributeType.text(), "request", "protocol");
  }

  /** {@code content-length} where headers can be read and have one, else the bytes of the body that have come. */
  public static Attribute<Long> size() {
    return Attribute.in(Attribute.EXCHANGE, AttributeType.integer(), "request", "size");
  }

  /** The bytes of the body that have come, and of the headers where they can be read. */
  public static Attribute<Long> totalSize() {
    return Attribute.in(Attribute.EXCHANGE, AttributeType.integer(), "request", "total_size");
  }

  /** From the first byte to the end of the exchange. */
  public static Attribute<Duration> duration() {
    return Attribute.in(Attribute.LOG, AttributeType.duration(), "request", "duration");
  }
}
