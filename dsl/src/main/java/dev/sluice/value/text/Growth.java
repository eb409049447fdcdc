package dev.sluice.value.text;

/** How much longer than its source a text may become. */
public final class Growth {
  /** 1 MiB: a result that is longer than this and longer than what it is made of is absent. */
  public static final int MOST_BYTES = 1 << 20;

  private Growth() {}

  /** Whether a result of this size is too much, made of so many bytes. */
  public static boolean isTooMuch(long size, int source) {
    return size > MOST_BYTES && size > source;
  }
}
