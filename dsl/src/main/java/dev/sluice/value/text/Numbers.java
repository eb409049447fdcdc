package dev.sluice.value.text;

import dev.sluice.abi.Bytes;
import dev.sluice.data.time.HttpDate;
import dev.sluice.data.time.Timestamp;

/** Numbers in texts. */
public final class Numbers {
  private Numbers() {}

  /** Decimal digits, with or without a minus sign before them, and nothing else. */
  public record Decimal() implements NumberFunction {
    @Override
    public long of(Bytes text) {
      if (text.length() < 2 || text.at(0) != '-') {
        return Digits.unsigned(text);
      }
      long number = Digits.unsigned(text, 1, text.length());
      return number == Digits.NONE ? number : -number;
    }

    @Override
    public String describe(String text) {
      return text + " as a number";
    }
  }

  /** The number of bytes. */
  public record Length() implements NumberFunction {
    @Override
    public long of(Bytes text) {
      return text.length();
    }

    @Override
    public String describe(String text) {
      return "length of " + text;
    }
  }

  /** An attribute of the proxy: 64 bits, the lowest byte first. */
  public record Attribute() implements NumberFunction {
    @Override
    public long of(Bytes text) {
      if (text.length() != Long.BYTES) {
        return Digits.NONE;
      }
      long number = 0;
      for (int i = Long.BYTES - 1; i >= 0; i--) {
        number = number << 8 | text.at(i) & 0xff;
      }
      return number;
    }

    @Override
    public String describe(String text) {
      return text + " as a number";
    }
  }

  /** The seconds since 1970 of an HTTP-date, see {@link HttpDate}. */
  public record DateSeconds() implements NumberFunction {
    @Override
    public long of(Bytes text) {
      return HttpDate.parse(text).getOrElse(Digits.NONE);
    }

    @Override
    public String describe(String text) {
      return "HTTP-date " + text;
    }
  }

  /** The seconds since 1970 of a timestamp, see {@link Timestamp}. */
  public record TimestampSeconds() implements NumberFunction {
    @Override
    public long of(Bytes text) {
      return Timestamp.parse(text).getOrElse(Digits.NONE);
    }

    @Override
    public String describe(String text) {
      return "timestamp " + text;
    }
  }
}
