package dev.sluice.settings;

import dev.sluice.data.json.Json;
import io.vavr.control.Option;

/** A whole number within bounds, however it is written. */
public abstract class LongDecoder extends Decoder<Long> {
  final long low;
  final long high;

  LongDecoder(String word, long low, long high) {
    if (low > high) {
      throw new IllegalArgumentException(word + ": no number is at least " + shownAs(low) + " and at most "
          + shownAs(high) + "; give the lower bound first");
    }
    this.low = low;
    this.high = high;
  }

  /** The same between these, both included. */
  abstract LongDecoder bounded(long least, long most);

  /** The number as it is written, none for what is not one, whatever the bounds. */
  abstract Option<Long> number(Json json);

  /** The smallest number that can be written at all. */
  abstract long smallest();

  /** What is read, with its article. */
  abstract String noun();

  /** What comes behind the bounds where one is told what to write. */
  abstract String example();

  /** How a number is written. */
  abstract String shownAs(long number);

  /** The same as an {@code int}, within the bounds of one. */
  public final Decoder<Integer> asInt() {
    return new IntDecoder(bounded(Math.max(low, Integer.MIN_VALUE), Math.min(high, Integer.MAX_VALUE)));
  }

  @Override
  final Long read(Json json, Place place) {
    Option<Long> number = number(json);
    return number.isEmpty() || number.get() < low || number.get() > high
        ? unexpected(json, place)
        : number.get();
  }

  @Override
  final String expected() {
    return noun() + bounds() + example();
  }

  private String bounds() {
    if (high == Long.MAX_VALUE) {
      return low <= smallest() ? "" : " of at least " + shownAs(low);
    }
    return low <= smallest()
        ? " of at most " + shownAs(high)
        : " between " + shownAs(low) + " and " + shownAs(high);
  }
}
