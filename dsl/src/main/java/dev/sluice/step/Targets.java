package dev.sluice.step;

import dev.sluice.abi.Bytes;
import dev.sluice.data.ByteSink;
import dev.sluice.data.text.Hex;
import dev.sluice.plan.Check;

/** What a request target in origin-form (RFC 9112 section 3.2.1) may be: a path, and a query behind a question mark. */
final class Targets {
  private static final String PATH_MARKS = "-._~!$&'()*+,;=:@/";

  private Targets() {}

  /** Where the path ends. */
  static int pathEnd(Bytes target) {
    int query = target.indexOf('?', 0);
    return query < 0 ? target.length() : query;
  }

  static boolean isOriginForm(Bytes target) {
    return !target.isEmpty() && target.at(0) == '/';
  }

  /**
   * The path with everything percent-encoded that a path cannot have (RFC 3986 section 3.3); sequences that are encoded
   * already stay. Null where it does not begin with a slash, or has a segment that is a dot or two: such a path leads
   * elsewhere than it seems to.
   */
  static Bytes legalPath(Bytes path) {
    if (!isOriginForm(path) || hasDotSegment(path)) {
      return null;
    }
    ByteSink out = new ByteSink(path.length() + 8);
    for (int i = 0; i < path.length(); i++) {
      int b = path.at(i) & 0xff;
      if (isAllowed(b) || b == '%' && isEncoded(path, i)) {
        out.put(b);
      } else {
        out.put('%').put(Hex.digit(b >> 4, 'A')).put(Hex.digit(b & 15, 'A'));
      }
    }
    return out.bytes();
  }

  private static boolean isAllowed(int b) {
    return b >= 'a' && b <= 'z' || b >= 'A' && b <= 'Z' || b >= '0' && b <= '9'
        || b < 0x80 && PATH_MARKS.indexOf(b) >= 0;
  }

  private static boolean isEncoded(Bytes path, int at) {
    return at + 2 < path.length() && Hex.value(path.at(at + 1)) >= 0 && Hex.value(path.at(at + 2)) >= 0;
  }

  /** Also where dots are percent-encoded, and where backslashes stand for slashes, as some upstreams take them. */
  private static boolean hasDotSegment(Bytes path) {
    int dots = 0;
    boolean others = false;
    for (int i = 0; i <= path.length(); i++) {
      if (i == path.length() || path.at(i) == '/' || path.at(i) == '\\') {
        if (!others && (dots == 1 || dots == 2)) {
          return true;
        }
        dots = 0;
        others = false;
      } else if (path.at(i) == '.') {
        dots++;
      } else if (isEncodedDot(path, i)) {
        dots++;
        i += 2;
      } else {
        others = true;
      }
    }
    return false;
  }

  private static boolean isEncodedDot(Bytes path, int at) {
    return path.at(at) == '%' && at + 2 < path.length() && path.at(at + 1) == '2' && (path.at(at + 2) | 0x20) == 'e';
  }

  /** A path that the author wrote down, as it goes onto the wire. */
  static String checked(String word, String path) {
    Check.given(word, "the path", path);
    if (path.indexOf('?') >= 0 || path.indexOf('#') >= 0) {
      throw new IllegalArgumentException(
          word + ": \"" + path + "\" has a query or fragment; give a path alone, and use setQueryParameter");
    }
    Bytes legal = legalPath(Bytes.utf8(path));
    if (legal == null) {
      throw new IllegalArgumentException(
          word + ": \"" + path + "\" does not begin with a slash or has a segment . or ..; give a path such as /a/b");
    }
    return legal.utf8();
  }
}
