package dev.sluice.host.model;

import dev.sluice.abi.Bytes;

/** Bytes of a body or connection on their way, which plugins may change. */
final class DataBuffer {
  private Bytes content;

  DataBuffer(Bytes content) {
    this.content = content;
  }

  int length() {
    return content.length();
  }

  /** At most {@code size} bytes from {@code start}, both unsigned; what lies past the end is left out. */
  Bytes range(int start, int size) {
    return range(content, start, size);
  }

  static Bytes range(Bytes bytes, int start, int size) {
    long from = Math.min(Integer.toUnsignedLong(start), bytes.length());
    long to = Math.min(from + Integer.toUnsignedLong(size), bytes.length());
    return bytes.slice((int) from, (int) to);
  }

  /**
   * Puts bytes in the place of {@code size} bytes from {@code start}, both unsigned: 0 and 0 puts them before all, a
   * start at or behind the end puts them behind.
   */
  void replace(int start, int size, Bytes by) {
    long from = Math.min(Integer.toUnsignedLong(start), content.length());
    long to = Math.min(from + Integer.toUnsignedLong(size), content.length());
    byte[] old = content.toArray();
    byte[] next = new byte[Math.toIntExact(from + by.length() + (old.length - to))];
    System.arraycopy(old, 0, next, 0, (int) from);
    System.arraycopy(by.toArray(), 0, next, (int) from, by.length());
    System.arraycopy(old, (int) to, next, (int) from + by.length(), old.length - (int) to);
    content = Bytes.wrap(next);
  }

  /** Moves all bytes of the other buffer to the end of this one. */
  void moveFrom(DataBuffer other) {
    if (other == this || other.length() == 0) {
      return;
    }
    Bytes more = other.take();
    if (content.isEmpty()) {
      content = more;
    } else {
      replace(content.length(), 0, more);
    }
  }

  /** At most so many bytes from the start, which the buffer then lacks. */
  Bytes take(int most) {
    Bytes first = range(0, most);
    content = content.slice(first.length(), content.length());
    return first;
  }

  /** All bytes; the buffer is empty then. */
  Bytes take() {
    Bytes all = content;
    content = Bytes.EMPTY;
    return all;
  }
}
