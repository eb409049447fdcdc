package dev.sluice.data.net;

import dev.sluice.abi.Decimal;
import io.vavr.control.Option;

/**
 * An absolute URL of HTTP (RFC 9110 section 4.2) without user information, which the RFC deprecates, and without a
 * fragment, which no server sees.
 *
 * @param scheme {@code http} or {@code https}
 * @param host in lower case; an IPv6 address in brackets
 * @param port the one given, else the scheme's own, 80 or 443
 * @param path begins with a slash; as it was written, percent-encoded
 * @param query what comes behind the question mark; none where there is no question mark
 */
public record HttpUrl(String scheme, String host, int port, String path, Option<String> query) {
  private static final int HTTP = 80;
  private static final int HTTPS = 443;
  private static final int MOST_PORT_DIGITS = 5;
  private static final int HIGHEST_PORT = 65_535;
  private static final String HOST_MARKS = "-._~";
  private static final String PATH_MARKS = "-._~!$&'()*+,;=:@/";

  /** None for a text that is no such URL. */
  public static Option<HttpUrl> parse(String text) {
    int colon = text.indexOf(':');
    String scheme = colon < 0 ? "" : lower(text.substring(0, colon));
    if (!scheme.equals("http") && !scheme.equals("https") || !text.startsWith("//", colon + 1)) {
      return Option.none();
    }
    int from = colon + 3;
    int pathFrom = end(text, from, "/?");
    int hostEnd = hostEnd(text, from, pathFrom);
    int port = hostEnd == pathFrom
        ? (scheme.equals("http") ? HTTP : HTTPS)
        : port(text, hostEnd + 1, pathFrom);
    String host = lower(text.substring(from, hostEnd));
    int pathEnd = end(text, pathFrom, "?");
    String path = text.substring(pathFrom, pathEnd);
    Option<String> query = pathEnd == text.length() ? Option.none() : Option.some(text.substring(pathEnd + 1));
    return isHost(host) && port > 0 && isLegal(path, PATH_MARKS) && isLegal(query.getOrElse(""), PATH_MARKS + "?")
        ? Option.some(new HttpUrl(scheme, host, port, path.isEmpty() ? "/" : path, query))
        : Option.none();
  }

  /** Whether a text is an absolute path of a URL (RFC 3986 section 3.3): a slash first, no query, no fragment. */
  public static boolean isPath(String text) {
    return text.startsWith("/") && isLegal(text, PATH_MARKS);
  }

  /** Host and port, the port only where it is not the scheme's own: what a {@code Host} header has. */
  public String authority() {
    return port == (scheme.equals("http") ? HTTP : HTTPS) ? host : host + ":" + Decimal.of(port);
  }

  /** Path and query: what a request line has. */
  public String target() {
    return query.isEmpty() ? path : path + "?" + query.get();
  }

  /** The URL in its normal form. */
  @Override
  public String toString() {
    return scheme + "://" + authority() + target();
  }

  /** Where the first of these characters stands, else the end. */
  private static int end(String text, int from, String marks) {
    int at = from;
    while (at < text.length() && marks.indexOf(text.charAt(at)) < 0) {
      at++;
    }
    return at;
  }

  private static int hostEnd(String text, int from, int to) {
    int bracket = from < to && text.charAt(from) == '[' ? text.indexOf(']', from) : -1;
    int colon = text.indexOf(':', bracket < 0 ? from : bracket);
    return colon < 0 || colon > to ? to : colon;
  }

  /** 0 for a text that is no port. */
  private static int port(String text, int from, int to) {
    int port = 0;
    for (int i = from; i < to; i++) {
      int digit = text.charAt(i) - '0';
      if (digit < 0 || digit > 9 || to - from > MOST_PORT_DIGITS) {
        return 0;
      }
      port = 10 * port + digit;
    }
    return port > HIGHEST_PORT ? 0 : port;
  }

  private static boolean isHost(String host) {
    if (host.startsWith("[")) {
      return host.endsWith("]") && host.indexOf('%') < 0 && IpAddress.parse(host).isDefined();
    }
    return !host.isEmpty() && host.indexOf('%') < 0 && isLegal(host, HOST_MARKS);
  }

  private static boolean isLegal(String text, String marks) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean legal = c == '%'
          ? i + 2 < text.length() && isHex(text.charAt(i + 1)) && isHex(text.charAt(i + 2))
          : isHex(c) || (c | 0x20) >= 'a' && (c | 0x20) <= 'z' || marks.indexOf(c) >= 0;
      if (!legal) {
        return false;
      }
    }
    return true;
  }

  private static boolean isHex(char c) {
    int folded = c | 0x20;
    return c >= '0' && c <= '9' || folded >= 'a' && folded <= 'f';
  }

  private static String lower(String text) {
    char[] chars = text.toCharArray();
    for (int i = 0; i < chars.length; i++) {
      chars[i] = chars[i] >= 'A' && chars[i] <= 'Z' ? (char) (chars[i] + 32) : chars[i];
    }
    return new String(chars);
  }
}
