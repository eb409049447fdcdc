package dev.sluice.value;

import dev.sluice.abi.Bytes;
import dev.sluice.abi.Decimal;
import dev.sluice.abi.Fetched;
import dev.sluice.data.ByteSink;
import dev.sluice.data.digest.Digest;
import dev.sluice.plan.Check;
import dev.sluice.value.text.Digits;

/**
 * A fixed number of places in shared data for any number of keys: nothing can be taken out of shared data again, so keys
 * that clients choose must not become keys there. The hash of a key says which place is its own. The key is written
 * beside the value and compared, so that a value is never taken for another key's; of two keys that share a place, the one
 * that came last has it, and the other one is as if it had never been there.
 *
 * @param name tells uses of shared data apart
 * @param slots number of places, 1 to 65,536
 * @param millis how long a value holds, 0 for as long as the VMs live
 */
public record SharedSlots(String name, int slots, long millis) {
  /** A longer key is written as its hash. */
  private static final int MOST_KEY = 64;

  private static final int MOST_SLOTS = 1 << 16;
  private static final int HEAD = 9;
  private static final byte AS_IS = 0;
  private static final byte HASHED = 1;

  public SharedSlots {
    Check.filled("shared data", "the name", name);
    if (slots < 1 || slots > MOST_SLOTS) {
      throw new IllegalArgumentException(name + ": " + Decimal.of(slots) + " places; give 1 to 65536");
    }
    if (millis < 0) {
      throw new IllegalArgumentException(name + ": a time that is over before it begins; give a positive one");
    }
  }

  /** The place of a key, as a key of shared data. */
  public Bytes place(Bytes key) {
    int hash = 0x811c9dc5;
    for (int i = 0; i < key.length(); i++) {
      hash = (hash ^ key.at(i) & 0xff) * 0x01000193;
    }
    int slot = ((hash ^ hash >>> 15) & Integer.MAX_VALUE) % slots;
    return Bytes.utf8("sluice." + name + "." + Decimal.of(slot));
  }

  /** What is written for a key and its value. */
  public Bytes entry(Bytes key, Bytes value, long now) {
    return entryUntil(key, value, millis == 0 ? Long.MAX_VALUE : now + millis);
  }

  /** What is written for a key and its value, which holds until then. */
  public Bytes entryUntil(Bytes key, Bytes value, long until) {
    boolean hashed = key.length() > MOST_KEY;
    Bytes written = hashed ? Digest.sha256().of(key) : key;
    ByteSink entry = new ByteSink(HEAD + 1 + written.length() + value.length());
    for (int shift = 56; shift >= 0; shift -= 8) {
      entry.put((int) (until >> shift));
    }
    entry.put(hashed ? HASHED : AS_IS).put(written.length());
    return entry.put(written).put(value).bytes();
  }

  /** The value in an entry of this key, null where it is another key's, over, or none at all. */
  public static Bytes value(Fetched entry, Bytes key, long now) {
    if (!entry.isOk() || entry.length() <= HEAD) {
      return null;
    }
    Bytes bytes = entry.bytes();
    int length = bytes.at(HEAD) & 0xff;
    int from = HEAD + 1 + length;
    if (from > bytes.length() || until(bytes) <= now) {
      return null;
    }
    boolean hashed = bytes.at(HEAD - 1) == HASHED;
    if (hashed != key.length() > MOST_KEY) {
      return null;
    }
    return bytes.slice(HEAD + 1, from).equals(hashed ? Digest.sha256().of(key) : key)
        ? bytes.slice(from, bytes.length())
        : null;
  }

  /** Until when an entry holds that {@link #value} has found sound. */
  public static long until(Bytes entry) {
    long until = 0;
    for (int i = 0; i < HEAD - 1; i++) {
      until = until << 8 | entry.at(i) & 0xff;
    }
    return until;
  }

  /** The number in an entry of this key, 0 where there is none. */
  public static long count(Fetched entry, Bytes key, long now) {
    Bytes digits = value(entry, key, now);
    if (digits == null) {
      return 0;
    }
    boolean negative = !digits.isEmpty() && digits.at(0) == '-';
    long number = Digits.unsigned(negative ? digits.slice(1, digits.length()) : digits);
    if (number < 0) {
      return 0;
    }
    return negative ? -number : number;
  }
}
