package dev.sluice.value.text;

import dev.sluice.abi.Bytes;

/** Parts of a text. */
public final class Cut {
  private Cut() {}

  /**
   * The bytes from one index to another; what lies behind the end is left out.
   *
   * @param from first byte, 0 or more
   * @param to the byte behind the last, at least {@code from}
   */
  public record Substring(int from, int to) implements TextFunction {
    @Override
    public Bytes of(Bytes text) {
      return text.slice(Math.min(from, text.length()), Math.min(to, text.length()));
    }

    @Override
    public String describe(String text) {
      return to == Integer.MAX_VALUE ? text + " from byte " + from : text + " from byte " + from + " to " + to;
    }
  }

  /** What stands before the first delimiter; none where there is no delimiter. */
  public record Before(Bytes delimiter) implements TextFunction {
    @Override
    public Bytes of(Bytes text) {
      int at = Search.first(text, delimiter, 0);
      return at < 0 ? null : text.slice(0, at);
    }

    @Override
    public String describe(String text) {
      return text + " before \"" + delimiter.utf8() + "\"";
    }
  }

  /** What stands before the last delimiter; none where there is no delimiter. */
  public record BeforeLast(Bytes delimiter) implements TextFunction {
    @Override
    public Bytes of(Bytes text) {
      int at = Search.last(text, delimiter);
      return at < 0 ? null : text.slice(0, at);
    }

    @Override
    public String describe(String text) {
      return text + " before the last \"" + delimiter.utf8() + "\"";
    }
  }

  /** What stands behind the first delimiter; none where there is no delimiter. */
  public record After(Bytes delimiter) implements TextFunction {
    @Override
    public Bytes of(Bytes text) {
      int at = Search.first(text, delimiter, 0);
      return at < 0 ? null : text.slice(at + delimiter.length(), text.length());
    }

    @Override
    public String describe(String text) {
      return text + " after \"" + delimiter.utf8() + "\"";
    }
  }

  /** What stands behind the last delimiter; none where there is no delimiter. */
  public record AfterLast(Bytes delimiter) implements TextFunction {
    @Override
    public Bytes of(Bytes text) {
      int at = Search.last(text, delimiter);
      return at < 0 ? null : text.slice(at + delimiter.length(), text.length());
    }

    @Override
    public String describe(String text) {
      return text + " after the last \"" + delimiter.utf8() + "\"";
    }
  }

  /**
   * What the first match of a regular expression, or one of its groups, takes up; none where nothing matches or the
   * group has no part in the match. A byte that is not part of well-formed UTF-8 counts as U+FFFD and comes out as such.
   *
   * @param group 0 for the whole match
   */
  public record Group(Regex regex, int group) implements TextFunction {
    @Override
    public Bytes of(Bytes text) {
      return regex.find(text, group);
    }

    @Override
    public String describe(String text) {
      return (group == 0 ? "match" : "group " + group) + " of /" + regex.text() + "/ in " + text;
    }
  }
}
