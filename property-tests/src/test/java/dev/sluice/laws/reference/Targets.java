package dev.sluice.laws.reference;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Paths, queries and percent-coding. */
final class Targets {
  private Targets() {}

  static String path(String target) {
    return target.contains("?") ? target.substring(0, target.indexOf('?')) : target;
  }

  /** Null where there is no question mark. */
  static String query(String target) {
    return target.contains("?") ? target.substring(target.indexOf('?') + 1) : null;
  }

  private static String join(String path, String query) {
    return query == null ? path : path + "?" + query;
  }

  /** The first parameter of this name, null where there is none. */
  static String parameter(String target, String name) {
    String query = query(target);
    return query == null ? null : parameters(query, name, true).stream().findFirst().orElse(null);
  }

  /** All of this name in a form (URL Standard section 5.1). */
  static List<String> parameters(String form, String name, boolean decoded) {
    List<String> all = new ArrayList<>();
    for (String piece : form.split("&", -1)) {
      if (isNamed(piece, name)) {
        String value = piece.contains("=") ? piece.substring(piece.indexOf('=') + 1) : "";
        all.add(decoded ? formDecoded(value) : value);
      }
    }
    return all;
  }

  /** Each percent sequence as its byte, what is none as it is. */
  static String decoded(String text) {
    return formDecoded(text.replace("+", "%2B"));
  }

  private static boolean isNamed(String piece, String name) {
    String found = piece.contains("=") ? piece.substring(0, piece.indexOf('=')) : piece;
    return !piece.isEmpty() && formDecoded(found).equals(name);
  }

  private static String formDecoded(String text) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      if (text.startsWith("%", i) && isHex(text, i + 1) && isHex(text, i + 2)) {
        out.append((char) Integer.parseInt(text.substring(i + 1, i + 3), 16));
        i += 2;
      } else {
        out.append(text.charAt(i) == '+' ? ' ' : text.charAt(i));
      }
    }
    return out.toString();
  }

  private static boolean isHex(String text, int at) {
    return at < text.length() && "0123456789abcdefABCDEF".indexOf(text.charAt(at)) >= 0;
  }

  /** @param value null to take the parameter out */
  static String withParameter(String target, String name, String value) {
    String query = query(target);
    List<String> pieces = new ArrayList<>();
    boolean found = false;
    for (String piece : query == null || query.isEmpty() ? List.<String>of() : List.of(query.split("&", -1))) {
      boolean named = isNamed(piece, name);
      if (!named) {
        pieces.add(piece);
      } else if (!found && value != null) {
        pieces.add(encoded(name) + "=" + encoded(value));
      }
      found |= named;
    }
    if (!found && value != null) {
      pieces.add(encoded(name) + "=" + encoded(value));
    }
    return !found && value == null ? target
        : join(path(target), pieces.isEmpty() ? null : String.join("&", pieces));
  }

  static String encoded(String text) {
    return encoded(text, "-._~");
  }

  private static String encoded(String text, String marks) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean plain = c < 0x80 && Character.isLetterOrDigit(c) || marks.indexOf(c) >= 0;
      out.append(plain ? String.valueOf(c) : String.format("%%%02X", (int) c));
    }
    return out.toString();
  }

  /** Another path with the same query; null where it is none or leads up. */
  static String withPath(String target, String path) {
    if (!path.startsWith("/")) {
      return null;
    }
    for (String segment : path.split("[/\\\\]", -1)) {
      String dots = segment.toLowerCase(Locale.ROOT).replace("%2e", ".");
      if (dots.equals(".") || dots.equals("..")) {
        return null;
      }
    }
    StringBuilder legal = new StringBuilder();
    for (int i = 0; i < path.length(); i++) {
      boolean sequence = path.charAt(i) == '%' && isHex(path, i + 1) && isHex(path, i + 2);
      legal.append(sequence ? "%" : encoded(path.substring(i, i + 1), "-._~!$&'()*+,;=:@/"));
    }
    return join(legal.toString(), query(target));
  }

  static String withPrefix(String target, String prefix, String replacement) {
    String path = path(target);
    String from = prefix.equals("/") ? "" : prefix;
    if (!(path + "/").startsWith(from + "/")) {
      return target;
    }
    String rest = path.substring(from.length()).replaceFirst("^/+", "/");
    String whole = (replacement.equals("/") ? "" : replacement) + rest;
    return join(whole.isEmpty() ? "/" : whole, query(target));
  }
}
