package dev.sluice.value.text;

import dev.sluice.abi.Bytes;

/** Takes a text apart. */
public interface Splitter {
  /** Hands over the parts in order, until the visitor has had enough. Returns whether it wants more. */
  boolean each(Bytes text, ElementVisitor visitor);

  /** The parts in words, given whose they are. */
  String describe(String text);
}
