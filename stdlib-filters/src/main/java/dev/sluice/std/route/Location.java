package dev.sluice.std.route;

import static dev.sluice.dsl.Sluice.*;

import dev.sluice.value.TextValue;
import dev.sluice.value.Value;
import java.util.ArrayList;
import java.util.List;

/**
 * A place with values of the request in it. What a client sends can be a part of the path and the query, and as
 * {@code {host}} the host it has asked for; it cannot make another host of one.
 *
 * @param isAbsolute whether it is a URL with a host rather than a path
 */
record Location(TextValue text, boolean isAbsolute) {

  static Location of(String template) {
    for (int i = 0; i < template.length(); i++) {
      if (template.charAt(i) <= ' ' || template.charAt(i) > '~' || template.charAt(i) == '\\') {
        throw refused(template, "has a space, a backslash or a character that no URL has; percent-encode it");
      }
    }
    boolean absolute = template.startsWith("http://") || template.startsWith("https://");
    if (!absolute && (!beginsPath(template) || template.startsWith("//"))) {
      throw refused(template, "begins with neither http:// or https:// nor one slash; give a URL or a path");
    }
    if (absolute) {
      checkHost(template, template.substring(template.indexOf("//") + 2));
    }
    return new Location(filled(template), absolute);
  }

  private static boolean beginsPath(String text) {
    return text.startsWith("/") || text.startsWith("{path}") || text.startsWith("{target}");
  }

  private static void checkHost(String template, String behindScheme) {
    int end = 0;
    while (end < behindScheme.length() && !beginsPath(behindScheme.substring(end))) {
      end++;
    }
    String host = behindScheme.substring(0, end).replace("{host}", "h");
    for (int i = 0; i < host.length(); i++) {
      if ("{}?#\\@ ".indexOf(host.charAt(i)) >= 0) {
        throw refused(template, "has more than a host and a port before its path; put a slash before what follows");
      }
    }
    if (host.isEmpty() || host.startsWith(":")) {
      throw refused(template, "has no host; give one, or {host}");
    }
  }

  private static TextValue filled(String template) {
    StringBuilder pattern = new StringBuilder();
    List<Value<?>> values = new ArrayList<>();
    int from = 0;
    for (int open = template.indexOf('{'); open >= 0; open = template.indexOf('{', from)) {
      int close = template.indexOf('}', open);
      if (close < 0) {
        throw refused(template, "has a brace that nothing closes; write %7B for one of your own");
      }
      pattern.append(template, from, open).append("{}");
      values.add(value(template, template.substring(open + 1, close)));
      from = close + 1;
    }
    return template(pattern.append(template.substring(from)).toString(), values.toArray(new Value<?>[0]));
  }

  private static TextValue value(String template, String name) {
    return switch (name) {
      case "host" -> host();
      case "path" -> path();
      case "query" -> queryString().orElse("");
      case "target" -> header(":path");
      default -> throw refused(template, "has an unknown {" + name + "}; known are {host}, {path}, {query}, {target}");
    };
  }

  private static IllegalArgumentException refused(String template, String why) {
    return new IllegalArgumentException("the target \"" + template + "\" " + why);
  }
}
