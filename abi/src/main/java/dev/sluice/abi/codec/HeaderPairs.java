package dev.sluice.abi.codec;

import dev.sluice.abi.Bytes;
import dev.sluice.abi.Fetched;
import dev.sluice.abi.Status;

/**
 * A header map as the host serialized it, read in place. Lengths that lie, a negative count or a cut-off map make the
 * whole map {@link Status#PARSE_FAILURE} with no pairs; nothing throws. Readable as long as the {@link Fetched} is. Not
 * final, so that TeaVM leaves it out of modules that never read a whole map (a method of a final class is reached by any
 * call, one of an open class only by way of an instance).
 */
public class HeaderPairs {
  private final Fetched raw;
  private final Status status;
  private final int count;

  private HeaderPairs(Fetched raw, Status status, int count) {
    this.raw = raw;
    this.status = status;
    this.count = count;
  }

  /** Checks the serialized map and wraps it. */
  public static HeaderPairs over(Fetched raw) {
    if (!raw.isOk()) {
      return new HeaderPairs(raw, raw.status(), 0);
    }
    if (raw.length() == 0) {
      return new HeaderPairs(raw, Status.OK, 0);
    }
    int count = raw.length() < 4 ? -1 : intAt(raw, 0);
    boolean sound = count >= 0 && count <= (raw.length() - 4) / 8 && lengthsFit(raw, count);
    return new HeaderPairs(raw, sound ? Status.OK : Status.PARSE_FAILURE, sound ? count : 0);
  }

  private static boolean lengthsFit(Fetched raw, int count) {
    long end = 4 + 8L * count;
    for (int i = 0; i < 2 * count; i++) {
      int length = intAt(raw, 4 + 4 * i);
      if (length < 0) {
        return false;
      }
      end += length + 1L;
    }
    return end <= raw.length();
  }

  /** {@link Status#OK}, the host's refusal, or {@link Status#PARSE_FAILURE}. */
  public Status status() {
    return status;
  }

  /** The same map, readable after the callback as well. */
  public HeaderPairs kept() {
    return new HeaderPairs(raw.kept(), status, count);
  }

  /** Number of pairs. */
  public int count() {
    return count;
  }

  /** How many pairs carry this name, whatever the case of its letters. */
  public int occurrences(Bytes name) {
    int found = 0;
    int data = 4 + 8 * count;
    for (int i = 0; i < count; i++) {
      int nameLength = intAt(raw, 4 + 8 * i);
      if (nameIs(name, data, nameLength)) {
        found++;
      }
      data += nameLength + intAt(raw, 8 + 8 * i) + 2;
    }
    return found;
  }

  /** The first value of this name, whatever the case of its letters; {@link Status#NOT_FOUND} where there is none. */
  public Fetched first(Bytes name) {
    int data = 4 + 8 * count;
    for (int i = 0; i < count; i++) {
      int nameLength = intAt(raw, 4 + 8 * i);
      int valueLength = intAt(raw, 8 + 8 * i);
      if (nameIs(name, data, nameLength)) {
        return Fetched.of(copy(data + nameLength + 1, valueLength));
      }
      data += nameLength + valueLength + 2;
    }
    return Fetched.failed(Status.NOT_FOUND);
  }

  /**
   * Calls the visitor with a copy of each value of this name, whatever the case of its letters, in order, until the
   * visitor has had enough. Returns whether it wants more.
   */
  public boolean forEachValue(Bytes name, ValueVisitor visitor) {
    int data = 4 + 8 * count;
    for (int i = 0; i < count; i++) {
      int nameLength = intAt(raw, 4 + 8 * i);
      int valueLength = intAt(raw, 8 + 8 * i);
      if (nameIs(name, data, nameLength) && !visitor.value(copy(data + nameLength + 1, valueLength))) {
        return false;
      }
      data += nameLength + valueLength + 2;
    }
    return true;
  }

  /** Calls the visitor with a copy of each pair, in order. */
  public void forEach(Visitor visitor) {
    int data = 4 + 8 * count;
    for (int i = 0; i < count; i++) {
      int nameLength = intAt(raw, 4 + 8 * i);
      int valueLength = intAt(raw, 8 + 8 * i);
      visitor.pair(copy(data, nameLength), copy(data + nameLength + 1, valueLength));
      data += nameLength + valueLength + 2;
    }
  }

  private boolean nameIs(Bytes name, int at, int length) {
    if (length != name.length()) {
      return false;
    }
    for (int i = 0; i < length; i++) {
      if (lower(raw.at(at + i)) != lower(name.at(i))) {
        return false;
      }
    }
    return true;
  }

  private static int lower(byte b) {
    return b >= 'A' && b <= 'Z' ? b + 32 : b;
  }

  private Bytes copy(int at, int length) {
    byte[] out = new byte[length];
    for (int i = 0; i < length; i++) {
      out[i] = raw.at(at + i);
    }
    return Bytes.wrap(out);
  }

  private static int intAt(Fetched raw, int at) {
    return (raw.at(at) & 0xff)
        | (raw.at(at + 1) & 0xff) << 8
        | (raw.at(at + 2) & 0xff) << 16
        | (raw.at(at + 3) & 0xff) << 24;
  }

  /** Receives the values of one name. */
  public interface ValueVisitor {
    /** Takes one value; returns whether it wants the next. */
    boolean value(Bytes value);
  }

  /** Receives the pairs of a map. */
  public interface Visitor {
    void pair(Bytes name, Bytes value);
  }
}
