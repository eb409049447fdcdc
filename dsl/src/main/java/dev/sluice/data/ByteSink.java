package dev.sluice.data;

import dev.sluice.abi.Bytes;
import dev.sluice.abi.Fetched;
import java.util.Arrays;

/** Bytes that are put one behind the other. Grows as needed: who fills it keeps the limit. Not thread-safe. */
public final class ByteSink {
  private byte[] array;
  private int size;

  public ByteSink(int expected) {
    array = new byte[Math.max(expected, 16)];
  }

  public ByteSink put(int b) {
    if (size == array.length) {
      grow(1);
    }
    array[size++] = (byte) b;
    return this;
  }

  public ByteSink put(Bytes bytes) {
    return put(bytes, 0, bytes.length());
  }

  /** The bytes from {@code from} (inclusive) to {@code to} (exclusive), which lie within. */
  public ByteSink put(Bytes bytes, int from, int to) {
    if (to - from > array.length - size) {
      grow(to - from);
    }
    for (int i = from; i < to; i++) {
      array[size++] = bytes.at(i);
    }
    return this;
  }

  public int size() {
    return size;
  }

  /** Puts the bytes from {@code from} (inclusive) to {@code to} (exclusive), which lie within. */
  public ByteSink put(Fetched bytes, int from, int to) {
    if (to - from > array.length - size) {
      grow(to - from);
    }
    for (int i = from; i < to; i++) {
      array[size++] = bytes.at(i);
    }
    return this;
  }

  /** The array whose first {@link #size()} bytes were put; for who hands them on before anything more is put. */
  public byte[] array() {
    return array;
  }

  /** Empties the sink, which keeps room for so many bytes at most. */
  public void clear(int kept) {
    size = 0;
    if (array.length > kept) {
      array = new byte[kept];
    }
  }

  /** The byte so many places before the end, 1 being the last; the sink holds that many. */
  public int fromEnd(int distance) {
    return array[size - distance];
  }

  /** What was put, as a copy. */
  public Bytes bytes() {
    return Bytes.wrap(Arrays.copyOf(array, size));
  }

  /** What was put; the sink is empty afterwards. */
  public Bytes drain() {
    Bytes out = bytes();
    size = 0;
    return out;
  }

  private void grow(int wanted) {
    array = Arrays.copyOf(array, Math.max(size + wanted, array.length + (array.length >> 1)));
  }
}
