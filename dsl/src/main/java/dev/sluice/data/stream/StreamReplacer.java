package dev.sluice.data.stream;

import dev.sluice.abi.Bytes;
import dev.sluice.abi.Fetched;
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
  /** From a place counted from the beginning of what was kept to one in the chunk. */
  private int shift;

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
    ByteSink out = new ByteSink(carry.length() + chunk.length());
    return push(Fetched.of(chunk), 0, chunk.length(), false, out) ? out.bytes() : chunk;
  }

  /** The rest; the replacer is as new afterwards, but for {@link #found()}. */
  public Bytes end() {
    ByteSink out = new ByteSink(carry.length());
    push(Fetched.of(Bytes.EMPTY), 0, 0, true, out);
    return out.bytes();
  }

  /**
   * Puts what is certain by now behind what the sink holds.
   *
   * @param chunk of which the bytes from {@code from} (inclusive) to {@code to} (exclusive) are next
   * @param last whether nothing follows: all is certain then
   * @return false where those are these bytes as they are, and nothing was put
   */
  public boolean push(Fetched chunk, int from, int to, boolean last, ByteSink out) {
    shift = from - carry.length();
    int end = carry.length() + to - from;
    int copied = 0;
    int at = 0;
    while (at < end) {
      int match = match(chunk, at, end, last);
      if (match == UNDECIDED) {
        break;
      }
      if (match == NONE) {
        at++;
        continue;
      }
      found++;
      put(chunk, copied, at, out);
      if (match < replacements.length) {
        out.put(replacements[match]);
      }
      at += wanted[match].length();
      copied = at;
    }
    if (copied == 0 && at == end && carry.isEmpty()) {
      return false;
    }
    put(chunk, copied, at, out);
    carry = rest(chunk, at, end);
    return true;
  }

  /** Where {@code at} counts from the beginning of what was kept. */
  private byte at(Fetched chunk, int at) {
    return at < carry.length() ? carry.at(at) : chunk.at(at + shift);
  }

  private void put(Fetched chunk, int from, int to, ByteSink out) {
    int kept = carry.length();
    if (from < kept) {
      out.put(carry, from, Math.min(to, kept));
    }
    if (to > kept) {
      out.put(chunk, Math.max(from, kept) + shift, to + shift);
    }
  }

  private Bytes rest(Fetched chunk, int from, int to) {
    if (from == to) {
      return Bytes.EMPTY;
    }
    ByteSink kept = new ByteSink(to - from);
    put(chunk, from, to, kept);
    return kept.bytes();
  }

  /** Which one begins here; undecided where that depends on what is still to come. */
  private int match(Fetched chunk, int at, int end, boolean last) {
    for (int p = 0; p < wanted.length; p++) {
      Bytes pattern = wanted[p];
      int length = pattern.length();
      int i = 0;
      while (i < length && at + i < end && at(chunk, at + i) == pattern.at(i)) {
        i++;
      }
      if (i == length && length > 0) {
        return p;
      }
      if (at + i == end && i < length && !last) {
        return UNDECIDED;
      }
    }
    return NONE;
  }
}
