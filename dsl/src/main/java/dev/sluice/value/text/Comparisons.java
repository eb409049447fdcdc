package dev.sluice.value.text;

import dev.sluice.abi.Bytes;
import dev.sluice.data.digest.ConstantTime;

/** The questions about two texts. */
public final class Comparisons {
  private Comparisons() {}

  /** The same bytes. */
  public record Same() implements TextComparison {
    @Override
    public boolean holds(Bytes text, Bytes other) {
      return text.equals(other);
    }

    @Override
    public String words() {
      return "is";
    }
  }

  /** The same bytes, compared in a time that does not depend on the secret's content. */
  public record SameSecret() implements TextComparison {
    @Override
    public boolean holds(Bytes text, Bytes secret) {
      return ConstantTime.equal(secret, text);
    }

    @Override
    public String words() {
      return "is, in constant time,";
    }
  }

  /** The other at the beginning. */
  public record Starts() implements TextComparison {
    @Override
    public boolean holds(Bytes text, Bytes other) {
      return text.startsWith(other);
    }

    @Override
    public String words() {
      return "starts with";
    }
  }

  /** The other at the end. */
  public record Ends() implements TextComparison {
    @Override
    public boolean holds(Bytes text, Bytes other) {
      return text.endsWith(other);
    }

    @Override
    public String words() {
      return "ends with";
    }
  }

  /** The other anywhere. */
  public record Contains() implements TextComparison {
    @Override
    public boolean holds(Bytes text, Bytes other) {
      return Search.first(text, other, 0) >= 0;
    }

    @Override
    public String words() {
      return "contains";
    }
  }
}
