package dev.sluice.value.text;

import dev.sluice.abi.Bytes;

/** A question about one text. */
public interface TextPredicate {
  boolean accepts(Bytes text);

  /** The question as a statement, given whom it is about. */
  String describe(String text);
}
