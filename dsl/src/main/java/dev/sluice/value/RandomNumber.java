package dev.sluice.value;

import dev.sluice.abi.Bytes;
import dev.sluice.data.digest.RandomBytes;
import dev.sluice.plan.LongReader;
import dev.sluice.plan.Planner;
import dev.sluice.plan.Run;

/**
 * A random number fit for tokens, each time it is read another one: all from 0 to {@code bound - 1} are equally likely
 * (up to the 2^-31 by which an even share of 2^63 numbers can be off).
 */
public record RandomNumber(int bound) implements NumberValue {
  public RandomNumber {
    if (bound < 1) {
      throw new IllegalArgumentException("randomNumber: no number is below " + bound + "; give 1 or more");
    }
  }

  @Override
  public boolean varies() {
    return true;
  }

  @Override
  public String describe() {
    return "random number below " + bound;
  }

  @Override
  public LongReader number(Planner planner) {
    return new Chance(bound);
  }

  private static final class Chance extends LongReader {
    private final int bound;

    Chance(int bound) {
      this.bound = bound;
    }

    @Override
    public long read(Run run) {
      Bytes random = RandomBytes.of(Long.BYTES);
      long number = 0;
      for (int i = 0; i < Long.BYTES; i++) {
        number = number << 8 | random.at(i) & 0xff;
      }
      return (number & Long.MAX_VALUE) % bound;
    }
  }
}
