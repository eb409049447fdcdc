package dev.sluice.host.model;

import dev.sluice.abi.Bytes;
import dev.sluice.abi.Status;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * The attributes of one stream (Envoy, "Attributes"): request and response from their headers, what the proxy knows of
 * the connection, and the state that plugins set. Numbers are little-endian 64-bit integers, as Envoy hands them over.
 */
final class StreamAttributes {
  private static final String HEADERS = "headers\0";

  private final Supplier<HeaderMap> request;
  private final Supplier<HeaderMap> response;
  private final Map<Bytes, Bytes> given;
  private final Map<Bytes, State> state = new HashMap<>();

  /**
   * @param request gives null while there are no headers, and so does the response
   * @param given attributes by path, segments joined with NUL; they come before those from headers
   */
  StreamAttributes(Supplier<HeaderMap> request, Supplier<HeaderMap> response, Map<Bytes, Bytes> given) {
    this.request = request;
    this.response = response;
    this.given = given;
  }

  /** Of a connection, which has no headers. */
  static StreamAttributes ofConnection(Map<Bytes, Bytes> given) {
    return new StreamAttributes(() -> null, () -> null, given);
  }

  /** The attribute's bytes, null where there is none of this path. */
  Bytes find(Bytes path) {
    Bytes known = given.get(path);
    if (known != null) {
      return known;
    }
    String text = path.latin1();
    int cut = text.indexOf('\0');
    String rest = cut < 0 ? "" : text.substring(cut + 1);
    return switch (cut < 0 ? text : text.substring(0, cut)) {
      case "request" -> request(request.get(), rest);
      case "response" -> response(response.get(), rest);
      default -> state.containsKey(path) ? state.get(path).value : null;
    };
  }

  /**
   * Sets what plugins set.
   *
   * @param readOnly whether this is the last value, where it is the first one
   * @return {@link Status#BAD_ARGUMENT} where it was the last value that is there
   */
  Status set(Bytes path, Bytes value, boolean readOnly) {
    State before = state.get(path);
    if (before != null && before.readOnly) {
      return Status.BAD_ARGUMENT;
    }
    state.put(path, new State(value, before == null && readOnly));
    return Status.OK;
  }

  private record State(Bytes value, boolean readOnly) {}

  private static Bytes request(HeaderMap headers, String name) {
    if (headers == null) {
      return null;
    }
    return switch (name) {
      case "path" -> headers.first(Names.PATH);
      case "url_path" -> part(headers.first(Names.PATH), true);
      case "query" -> part(headers.first(Names.PATH), false);
      case "host" -> headers.first(Names.AUTHORITY);
      case "scheme" -> headers.first(Names.SCHEME);
      case "method" -> headers.first(Names.METHOD);
      case "referer" -> headers.first(Bytes.utf8("referer"));
      case "useragent" -> headers.first(Bytes.utf8("user-agent"));
      case "id" -> headers.first(Bytes.utf8("x-request-id"));
      default -> header(headers, name);
    };
  }

  private static Bytes response(HeaderMap headers, String name) {
    if (headers == null) {
      return null;
    }
    return name.equals("code") ? number(headers.status()) : header(headers, name);
  }

  private static Bytes header(HeaderMap headers, String name) {
    return name.startsWith(HEADERS) ? headers.first(Bytes.latin1(name.substring(HEADERS.length()))) : null;
  }

  private static Bytes part(Bytes path, boolean beforeQuery) {
    if (path == null) {
      return null;
    }
    int mark = path.indexOf('?', 0);
    if (beforeQuery) {
      return mark < 0 ? path : path.slice(0, mark);
    }
    return mark < 0 ? Bytes.EMPTY : path.slice(mark + 1, path.length());
  }

  private static Bytes number(long value) {
    byte[] bytes = new byte[Long.BYTES];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) (value >> (8 * i));
    }
    return Bytes.wrap(bytes);
  }
}
