package dev.sluice.laws.reference;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What is read out of texts of a known format. Null for nothing. */
final class Formats {
  private static final String OCTET = "(25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])";
  private static final String TEN = "10(\\." + OCTET + "){3}";
  private static final Pattern GROUP = Pattern.compile("([a-z]+)[/=;](.)?", Pattern.UNIX_LINES);

  private Formats() {}

  static String read(String word, String text) {
    return switch (word) {
      case "bearer" -> token("bearer", text);
      case "basicUser" -> pair(text) == null ? null : Words.made("before", pair(text), ":", "");
      case "basicPassword" -> pair(text) == null ? null : Words.made("after", pair(text), ":", "");
      case "formField" -> Targets.parameters(text, "a", true).stream().findFirst().orElse(null);
      case "formFields" -> joined(Targets.parameters(text, "a", true));
      case "split" -> text.contains(".") ? text.split("\\.", -1)[1] : null;
      case "group" -> group(text);
      default -> throw new IllegalArgumentException(word);
    };
  }

  static String joined(List<String> all) {
    return all.isEmpty() ? null : String.join("|", all);
  }

  /** RFC 9110 section 11.4. */
  private static String token(String scheme, String text) {
    Matcher matcher = Pattern.compile("(?i)" + scheme + " +([a-z0-9._~+/-]+=*)").matcher(text);
    return matcher.matches() ? matcher.group(1) : null;
  }

  /** RFC 7617 section 2. */
  private static String pair(String text) {
    String token = token("basic", text);
    String pair = token == null ? null : Words.made("decodeBase64", token);
    return pair != null && pair.matches("[^:\\x00-\\x1f\\x7f]*:[^\\x00-\\x1f\\x7f]*") ? pair : null;
  }

  private static String group(String text) {
    Matcher matcher = GROUP.matcher(Message.characters(text));
    String group = matcher.find() ? matcher.group(2) : null;
    return group == null ? null : Message.bytes(group);
  }

  /** RFC 6265 section 5.4, read as servers do. */
  static List<String> cookies(List<String> headers, String name) {
    List<String> all = new ArrayList<>();
    for (String piece : String.join("; ", headers).split(";")) {
      String found = Words.made("before", piece, "=", "");
      if (found != null && Words.made("trim", found).equals(name)) {
        String value = Words.made("trim", Words.made("after", piece, "=", ""));
        all.add(value.matches("(?s)\".*\"") ? value.substring(1, value.length() - 1) : value);
      }
    }
    return all;
  }

  static List<String> segments(String path) {
    return path.startsWith("/") ? List.of(path.substring(1).split("/", -1)) : List.of();
  }

  /** What stands in a template's place of this parameter, nothing in particular for no name; null where the path is not like it. */
  static String parameter(String template, String name, String path) {
    String pattern = template.replaceAll("\\{(\\w+)\\.\\.\\.}", "(?<$1>.*)").replaceAll("\\{(\\w+)}", "(?<$1>[^/]+)");
    List<String> decoded = segments(path).stream().map(Targets::decoded).toList();
    Matcher matcher = Pattern.compile("(?s)" + pattern).matcher(path);
    boolean like = matcher.matches() && isLike(segments(template), decoded);
    return !like ? null
        : name.isEmpty() ? "" : name.equals("rest") ? matcher.group(name) : Targets.decoded(matcher.group(name));
  }

  private static boolean isLike(List<String> template, List<String> decoded) {
    for (int i = 0; i < template.size(); i++) {
      if (template.get(i).equals("{id}") && List.of("", ".", "..").contains(decoded.get(i))) {
        return false;
      }
    }
    return true;
  }

  /** Null for none. */
  static Long port(String authority) {
    Matcher matcher = Pattern.compile("(\\[[^]@]+]|[^:@\\[][^:@]*):([0-9]{1,5})").matcher(authority);
    return matcher.matches() && Integer.parseInt(matcher.group(2)) < 65_536 ? Long.valueOf(matcher.group(2)) : null;
  }

  /** Whether it is an address of 10.0.0.0/8, with or without a port. */
  static boolean isTen(String text) {
    Matcher matcher = Pattern.compile("(?i)" + TEN + "(:(?<port>[0-9]{1,5}))?|::ffff:" + TEN + "|\\[::ffff:" + TEN
        + "](:(?<other>[0-9]{1,5}))?").matcher(text);
    return matcher.matches() && isPort(matcher.group("port")) && isPort(matcher.group("other"));
  }

  private static boolean isPort(String digits) {
    return digits == null || Integer.parseInt(digits) < 65_536;
  }
}
