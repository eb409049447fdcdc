package dev.sluice.data.digest;

import dev.sluice.abi.Bytes;

/** Comparison of secrets: the time taken tells nothing about where two values differ. */
public final class ConstantTime {
  private ConstantTime() {}

  /**
   * Whether both are the same bytes. The time depends on the length of {@code given} alone, never on the secret's
   * content.
   */
  public static boolean equal(Bytes secret, Bytes given) {
    int different = secret.length() ^ given.length();
    for (int i = 0, n = given.length(), m = secret.length(); i < n; i++) {
      different |= given.at(i) ^ (m == 0 ? ~given.at(i) : secret.at(i % m));
    }
    return different == 0;
  }
}
