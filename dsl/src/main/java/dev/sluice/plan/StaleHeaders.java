package dev.sluice.plan;

import dev.sluice.abi.Bytes;
import dev.sluice.abi.codec.HeaderPairs;

/** Headers that speak of a body as it was. */
public final class StaleHeaders {
  private static final Bytes[] NAMES = {
      Bytes.constant("content-length"), Bytes.constant("etag"), Bytes.constant("content-digest"),
      Bytes.constant("repr-digest"), Bytes.constant("digest"), Bytes.constant("content-md5"),
      Bytes.constant("accept-ranges")};

  private StaleHeaders() {}

  /** Takes out those that are there: one look at the whole map is cheaper than seven removals. */
  public static void remove(Run run) {
    HeaderPairs pairs = run.pairs();
    boolean[] there = new boolean[NAMES.length];
    for (int i = 0; i < NAMES.length; i++) {
      there[i] = pairs.occurrences(NAMES[i]) > 0;
    }
    for (int i = 0; i < NAMES.length; i++) {
      if (there[i]) {
        run.removeHeader(NAMES[i]);
      }
    }
    run.forgetAll();
  }
}
