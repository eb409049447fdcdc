package dev.sluice.value.text;

import dev.sluice.abi.Bytes;
import dev.sluice.data.text.Percent;

/** A template of paths, see {@link dev.sluice.value.PathTemplate}. */
public final class PathPattern implements TextPredicate {
  private static final Bytes DOT = Bytes.utf8(".");
  private static final Bytes DOTS = Bytes.utf8("..");
  private static final String REST = "...";

  private final String template;
  /** The fixed segments, null in the place of a parameter. */
  private final Bytes[] segments;
  /** The names of parameters, null in the place of a fixed segment. */
  private final String[] names;
  private final boolean rest;

  private PathPattern(String template, Bytes[] segments, String[] names, boolean rest) {
    this.template = template;
    this.segments = segments;
    this.names = names;
    this.rest = rest;
  }

  /** Refuses what is no template with an {@link IllegalArgumentException}. */
  public static PathPattern parse(String template) {
    if (!template.startsWith("/")) {
      throw wrong(template, "a path begins with a slash");
    }
    int count = 0;
    for (int i = 0; i < template.length(); i++) {
      count += template.charAt(i) == '/' ? 1 : 0;
    }
    Bytes[] segments = new Bytes[count];
    String[] names = new String[count];
    boolean rest = false;
    int from = 1;
    for (int i = 0; i < count; i++) {
      int slash = template.indexOf('/', from);
      String segment = template.substring(from, slash < 0 ? template.length() : slash);
      from = slash + 1;
      if (segment.indexOf('{') < 0 && segment.indexOf('}') < 0) {
        segments[i] = Bytes.utf8(segment);
        continue;
      }
      rest = segment.endsWith(REST + "}");
      int end = segment.length() - (rest ? REST.length() + 1 : 1);
      if (segment.charAt(0) != '{' || segment.charAt(segment.length() - 1) != '}' || end < 2) {
        throw wrong(template, "a parameter such as {id} takes a whole segment");
      }
      names[i] = segment.substring(1, end);
      if (names[i].indexOf('{') >= 0 || names[i].indexOf('}') >= 0 || isNamed(names, i)) {
        throw wrong(template, "each parameter has a name of its own, without braces");
      }
      if (rest && i < count - 1) {
        throw wrong(template, "only the last segment can take all that is left");
      }
    }
    return new PathPattern(template, segments, names, rest);
  }

  private static boolean isNamed(String[] names, int index) {
    for (int i = 0; i < index; i++) {
      if (names[index].equals(names[i])) {
        return true;
      }
    }
    return false;
  }

  private static IllegalArgumentException wrong(String template, String why) {
    return new IllegalArgumentException("pathTemplate: \"" + template + "\" is no template: " + why);
  }

  /** The index of the segment in whose place this parameter stands, -1 for none. */
  public int indexOf(String name) {
    for (int i = 0; i < names.length; i++) {
      if (name.equals(names[i])) {
        return i;
      }
    }
    return -1;
  }

  @Override
  public boolean accepts(Bytes path) {
    return match(path, -1) != null;
  }

  /** What stands at the index of a parameter, null where the path has another form. */
  public Bytes parameter(Bytes path, int index) {
    return match(path, index);
  }

  /** The segment with this index, empty for an index outside, null where the path has another form. */
  private Bytes match(Bytes path, int index) {
    if (path.isEmpty() || path.at(0) != '/') {
      return null;
    }
    Bytes found = Bytes.EMPTY;
    int from = 1;
    for (int i = 0; i < segments.length; i++) {
      boolean last = i == segments.length - 1;
      if (last && rest) {
        return i == index ? path.slice(from, path.length()) : found;
      }
      int slash = path.indexOf('/', from);
      if (last != slash < 0) {
        return null;
      }
      int to = slash < 0 ? path.length() : slash;
      Bytes segment = Percent.decodeLenient(path.slice(from, to));
      if (segments[i] == null ? isEmptyOrDots(segment) : !segment.equals(segments[i])) {
        return null;
      }
      found = i == index ? segment : found;
      from = to + 1;
    }
    return found;
  }

  private static boolean isEmptyOrDots(Bytes segment) {
    return segment.isEmpty() || segment.equals(DOT) || segment.equals(DOTS);
  }

  @Override
  public String describe(String text) {
    return text + " is like " + template;
  }
}
