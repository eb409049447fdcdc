package dev.sluice.value.text;

import dev.sluice.abi.Bytes;

/** Receives the elements of a list one by one: lists are never held as a whole, so that their length costs no memory. */
public interface ElementVisitor {
  /** Takes one element; returns whether it wants the next. */
  boolean visit(Bytes element);
}
