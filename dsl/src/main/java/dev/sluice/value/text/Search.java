package dev.sluice.value.text;

import dev.sluice.abi.Bytes;

/**
 * Finds one text in another in time linear in both, whatever they hold: with both from a client, trying place after place
 * would take their product (Knuth, Morris, Pratt: "Fast pattern matching in strings", 1977).
 */
final class Search {
  /** Up to this length, trying each place is linear as well, and needs no table. */
  private static final int SHORT = 16;

  private Search() {}

  /** The first index at or after {@code from}, -1 for none. */
  static int first(Bytes text, Bytes wanted, int from) {
    return wanted.length() <= SHORT ? text.indexOf(wanted, from) : scan(text, wanted, from, true);
  }

  /** The last index, -1 for none. */
  static int last(Bytes text, Bytes wanted) {
    return wanted.isEmpty() ? text.length() : scan(text, wanted, 0, false);
  }

  private static int scan(Bytes text, Bytes wanted, int from, boolean first) {
    int length = wanted.length();
    int[] shorter = shorterMatches(wanted);
    int found = -1;
    int matched = 0;
    for (int i = from; i < text.length(); i++) {
      byte b = text.at(i);
      while (matched > 0 && b != wanted.at(matched)) {
        matched = shorter[matched];
      }
      matched += b == wanted.at(matched) ? 1 : 0;
      if (matched == length) {
        found = i + 1 - length;
        if (first) {
          return found;
        }
        matched = shorter[matched];
      }
    }
    return found;
  }

  /** For each number of bytes that match, how many match when that match is given up for the next shorter one. */
  private static int[] shorterMatches(Bytes wanted) {
    int[] shorter = new int[wanted.length() + 1];
    int matched = 0;
    for (int i = 1; i < wanted.length(); i++) {
      while (matched > 0 && wanted.at(i) != wanted.at(matched)) {
        matched = shorter[matched];
      }
      matched += wanted.at(i) == wanted.at(matched) ? 1 : 0;
      shorter[i + 1] = matched;
    }
    return shorter;
  }
}
