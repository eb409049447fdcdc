package dev.sluice.value.text;

import dev.sluice.abi.Bytes;

/** Ways to take texts apart. */
public final class Parts {
  private Parts() {}

  /** At each occurrence of a delimiter: one part more than there are delimiters, empty ones included. */
  public record Delimited(Bytes delimiter) implements Splitter {
    @Override
    public boolean each(Bytes text, ElementVisitor visitor) {
      int from = 0;
      for (int at = Search.first(text, delimiter, 0); at >= 0; at = Search.first(text, delimiter, from)) {
        if (!visitor.visit(text.slice(from, at))) {
          return false;
        }
        from = at + delimiter.length();
      }
      return visitor.visit(text.slice(from, text.length()));
    }

    @Override
    public String describe(String text) {
      return text + " split at \"" + delimiter.utf8() + "\"";
    }
  }

  /**
   * The elements of a list header (RFC 9110 section 5.6.1): between commas, white space around dropped, empty ones left
   * out. A comma within double quotes is part of an element.
   */
  public record Elements() implements Splitter {
    @Override
    public boolean each(Bytes text, ElementVisitor visitor) {
      boolean quoted = false;
      int from = 0;
      for (int i = 0; i < text.length(); i++) {
        byte b = text.at(i);
        if (quoted && b == '\\') {
          i++;
        } else if (b == '"') {
          quoted = !quoted;
        } else if (b == ',' && !quoted) {
          if (!element(text, from, i, visitor)) {
            return false;
          }
          from = i + 1;
        }
      }
      return element(text, from, text.length(), visitor);
    }

    private static boolean element(Bytes text, int from, int to, ElementVisitor visitor) {
      Bytes element = new Letters.Trim().of(text.slice(from, to));
      return element.isEmpty() || visitor.visit(element);
    }

    @Override
    public String describe(String text) {
      return "elements of " + text;
    }
  }

  /**
   * The segments of a path (RFC 3986 section 3.3), as they were sent: {@code /a//b/} has a, an empty one, b and an empty
   * one. A text that does not begin with a slash has none.
   */
  public record Segments() implements Splitter {
    @Override
    public boolean each(Bytes text, ElementVisitor visitor) {
      if (text.isEmpty() || text.at(0) != '/') {
        return true;
      }
      int from = 1;
      for (int slash = text.indexOf('/', 1); slash >= 0; slash = text.indexOf('/', from)) {
        if (!visitor.visit(text.slice(from, slash))) {
          return false;
        }
        from = slash + 1;
      }
      return visitor.visit(text.slice(from, text.length()));
    }

    @Override
    public String describe(String text) {
      return "segments of " + text;
    }
  }
}
