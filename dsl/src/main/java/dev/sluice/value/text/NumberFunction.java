package dev.sluice.value.text;

import dev.sluice.abi.Bytes;

/** Reads a whole number out of a text. */
public interface NumberFunction {
  /** The number, {@link dev.sluice.plan.LongReader#ABSENT} where the text holds none. */
  long of(Bytes text);

  /** The result in words, given what it is read from. */
  String describe(String text);
}
