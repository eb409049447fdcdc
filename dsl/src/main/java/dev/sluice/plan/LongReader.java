package dev.sluice.plan;

/** Reads one whole number at run time, without an object for it. See {@link Reader}. */
public abstract class LongReader {
  /**
   * In the place of a number: there is none. The smallest {@code long} is therefore no number of the language; a result
   * that would be it is absent, like one beyond the largest.
   */
  public static final long ABSENT = Long.MIN_VALUE;

  /** The number, {@link #ABSENT} where there is none. */
  public abstract long read(Run run);
}
