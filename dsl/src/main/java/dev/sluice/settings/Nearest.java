package dev.sluice.settings;

import dev.sluice.plan.Check;

/** Names that somebody may have meant. */
final class Nearest {
  private static final int LONGEST = 64;

  private Nearest() {}

  /** A question for the name that is nearly the given one, nothing where none is. */
  static String hint(String given, String[] names) {
    String best = null;
    // A third of a name may be wrong: more is another name.
    int bestDistance = given.length() > LONGEST ? 0 : Math.max(1, given.length() / 3) + 1;
    for (String name : names) {
      int distance = bestDistance == 0 || name.length() > LONGEST ? LONGEST : distance(given, name);
      if (distance < bestDistance) {
        best = name;
        bestDistance = distance;
      }
    }
    return best == null ? "" : "; did you mean " + Quoted.of(best) + "?";
  }

  /** All names, for a message. */
  static String list(String[] names) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < names.length; i++) {
      out.append(i == 0 ? "" : ", ").append(Quoted.of(names[i]));
    }
    return out.toString();
  }

  /** Insertions, deletions, replacements and swaps of neighbours that turn the one into the other; case is no matter. */
  private static int distance(String one, String other) {
    String a = Check.lowerCase(one);
    String b = Check.lowerCase(other);
    int[] beforeLast = new int[b.length() + 1];
    int[] last = new int[b.length() + 1];
    for (int j = 0; j < last.length; j++) {
      last[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int[] row = new int[b.length() + 1];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int replaced = last[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        row[j] = Math.min(replaced, Math.min(last[j], row[j - 1]) + 1);
        if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
          row[j] = Math.min(row[j], beforeLast[j - 2] + 1);
        }
      }
      beforeLast = last;
      last = row;
    }
    return last[b.length()];
  }
}
