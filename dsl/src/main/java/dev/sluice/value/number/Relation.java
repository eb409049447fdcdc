package dev.sluice.value.number;

/** A question about two numbers. */
public interface Relation {
  /** Neither number is absent. */
  boolean holds(long left, long right);

  /** The words between the two, such as {@code is at least}. */
  String words();
}
