package dev.sluice.value.number;

import dev.sluice.abi.Bytes;

/** Writes a point in time, given in seconds since 1970. */
public interface SecondsFormat {
  /** The text; empty where the form has none for this time. */
  Bytes of(long epochSecond);

  /** What the text is, such as {@code HTTP-date}. */
  String word();
}
