package dev.sluice.value.text;

import dev.sluice.abi.Bytes;

/** A question about two texts. */
public interface TextComparison {
  boolean holds(Bytes text, Bytes other);

  /** The words between the two, such as {@code starts with}. */
  String words();
}
