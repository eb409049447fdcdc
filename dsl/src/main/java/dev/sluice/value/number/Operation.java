package dev.sluice.value.number;

/** Makes one number out of two. */
public interface Operation {
  /** The result, {@link dev.sluice.plan.LongReader#ABSENT} where there is none. Neither argument is absent. */
  long of(long left, long right);

  /** The sign or word between the two. */
  String words();
}
