package dev.sluice.value.text;

import dev.sluice.abi.Bytes;

/** Case of ASCII letters and white space around. */
public final class Letters {
  private static final int CASE = 'a' - 'A';

  private Letters() {}

  /** ASCII letters in lower case. */
  public record LowerCase() implements TextFunction {
    @Override
    public Bytes of(Bytes text) {
      return shifted(text, 'A', CASE);
    }

    @Override
    public String describe(String text) {
      return text + " in lower case";
    }
  }

  /** ASCII letters in upper case. */
  public record UpperCase() implements TextFunction {
    @Override
    public Bytes of(Bytes text) {
      return shifted(text, 'a', -CASE);
    }

    @Override
    public String describe(String text) {
      return text + " in upper case";
    }
  }

  /** Without spaces and tabs at both ends (OWS, RFC 9110 section 5.6.3). */
  public record Trim() implements TextFunction {
    @Override
    public Bytes of(Bytes text) {
      int from = 0;
      int to = text.length();
      while (from < to && isBlank(text.at(from))) {
        from++;
      }
      while (to > from && isBlank(text.at(to - 1))) {
        to--;
      }
      return text.slice(from, to);
    }

    @Override
    public String describe(String text) {
      return text + " trimmed";
    }
  }

  private static boolean isBlank(byte b) {
    return b == ' ' || b == '\t';
  }

  private static Bytes shifted(Bytes text, int first, int by) {
    byte[] out = text.toArray();
    for (int i = 0; i < out.length; i++) {
      if (out[i] >= first && out[i] < first + 26) {
        out[i] += (byte) by;
      }
    }
    return Bytes.wrap(out);
  }
}
