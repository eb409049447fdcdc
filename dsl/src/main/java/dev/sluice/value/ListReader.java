package dev.sluice.value;

import dev.sluice.plan.Run;
import dev.sluice.value.text.ElementVisitor;

/** Reads the elements of a list at run time. */
abstract class ListReader {
  /** Hands over the elements in order, until the visitor has had enough. Returns whether it wants more. */
  abstract boolean each(Run run, ElementVisitor visitor);
}
