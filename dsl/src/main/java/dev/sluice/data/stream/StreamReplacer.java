package dev.sluice.data.stream;

import dev.sluice.abi.Bytes;
import dev.sluice.data.ByteSink;

/**
 * Finds byte strings in a stream of chunks, across their borders too, and puts others in their place. Left to right,
 * without overlaps; where several begin at the same place, the first in the list wins, whatever the chunks. Keeps less
 * than the longest of them.
 */
public final class StreamReplacer {
  private static final int NONE = -1;
  private static final int UNDECIDED = -2;

  private final Bytes[] wanted;
  private final Bytes[] replacements;
  private Bytes carry = Bytes.EMPTY;
  private long found;

  private StreamReplacer(Bytes[] wanted, Bytes[] replacements) {
    this.wanted = wanted;
    this.replacements = replacements;
  }

  public static StreamReplacer of(Bytes wanted, Bytes replacement) {
    return new StreamReplacer(new Bytes[] {wanted}, new Bytes[] {replacement});
  }

  /**
   * Several at once. Empty ones are never found; those without a replacement, where that list is shorter, are taken
   * out.
   */
  public static StreamReplacer of(Bytes[] wanted, Bytes[] replacements) {
    return new StreamReplacer(wanted.clone(), replacements.clone());
  }

  /** How many were found so far. */
  public long found() {
    return found;
  }

  /** What is certain by now. */
  public Bytes push(Bytes chunk) {
    return run(Chunks.join(carry, chunk), false);
  }

  /** The rest; the replacer is as new afterwards, but for {@link #found()}. */
  public Bytes end() {
    return run(carry, true);
  }

  private Bytes run(Bytes all, boolean last) {
    ByteSink out = new ByteSink(all.length());
    int copied = 0;
    int at = 0;
    while (at < all.length()) {
      int match = match(all, at, last);
      if (match == UNDECIDED) {
        break;
      }
      if (match == NONE) {
        at++;
        continue;
      }
      found++;
      out.put(all, copied, at);
      if (match < replacements.length) {
        out.put(replacements[match]);
      }
      at += wanted[match].length();
      copied = at;
    }
    carry = all.slice(at, all.length());
    return copied == 0 && at == all.length() ? all : out.put(all, copied, at).bytes();
  }

  /** Which one begins here; undecided where that depends on what is still to come. */
  private int match(Bytes all, int at, boolean last) {
    for (int p = 0; p < wanted.length; p++) {
      Bytes pattern = wanted[p];
      int length = pattern.length();
      int i = 0;
      while (i < length && at + i < all.length() && all.at(at + i) == pattern.at(i)) {
        i++;
      }
      if (i == length && length > 0) {
        return p;
      }
      if (at + i == all.length() && i < length && !last) {
        return UNDECIDED;
      }
    }
    return NONE;
  }
}
