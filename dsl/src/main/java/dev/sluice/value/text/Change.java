package dev.sluice.value.text;

import dev.sluice.abi.Bytes;
import dev.sluice.data.ByteSink;

/** Texts with something else in them, or around them. */
public final class Change {
  private Change() {}

  /** Each occurrence, from left to right, replaced. */
  public record Replace(Bytes wanted, Bytes replacement) implements TextFunction {
    @Override
    public Bytes of(Bytes text) {
      int at = Search.first(text, wanted, 0);
      if (at < 0) {
        return text;
      }
      ByteSink out = new ByteSink(text.length());
      int from = 0;
      while (at >= 0) {
        if (Growth.isTooMuch((long) out.size() + (at - from) + replacement.length(), text.length())) {
          return null;
        }
        out.put(text, from, at).put(replacement);
        from = at + wanted.length();
        at = Search.first(text, wanted, from);
      }
      return Growth.isTooMuch((long) out.size() + text.length() - from, text.length())
          ? null
          : out.put(text, from, text.length()).bytes();
    }

    @Override
    public String describe(String text) {
      return text + " with \"" + replacement.utf8() + "\" for \"" + wanted.utf8() + "\"";
    }
  }

  /** Between two texts. */
  public record Surround(Bytes before, Bytes after) implements TextFunction {
    @Override
    public Bytes of(Bytes text) {
      if (Growth.isTooMuch((long) before.length() + text.length() + after.length(), text.length())) {
        return null;
      }
      return new ByteSink(before.length() + text.length() + after.length()).put(before).put(text).put(after).bytes();
    }

    @Override
    public String describe(String text) {
      String start = before.isEmpty() ? "" : "\"" + before.utf8() + "\" + ";
      String end = after.isEmpty() ? "" : " + \"" + after.utf8() + "\"";
      return start + text + end;
    }
  }
}
