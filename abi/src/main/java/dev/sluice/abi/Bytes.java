package dev.sluice.abi;

import java.util.Arrays;

/**
 * An immutable string of bytes: what header values, bodies and shared data really are. Text views never throw:
 * {@link #latin1()} is lossless for any bytes (one char a byte), {@link #utf8()} puts U+FFFD where the bytes are not
 * UTF-8.
 */
public final class Bytes {
  public static final Bytes EMPTY = new Bytes(new byte[0], true);

  private final byte[] array;
  private final boolean constant;
  private int hash;
  private int pin;

  private Bytes(byte[] array, boolean constant) {
    this.array = array;
    this.constant = constant;
  }

  /** A copy of these bytes. */
  public static Bytes copyOf(byte[] bytes) {
    return bytes.length == 0 ? EMPTY : new Bytes(bytes.clone(), false);
  }

  /** These bytes without a copy: the caller gives the array away and does not write to it again. */
  public static Bytes wrap(byte[] bytes) {
    return bytes.length == 0 ? EMPTY : new Bytes(bytes, false);
  }

  /** The UTF-8 form of this text; a surrogate without its other half becomes a question mark. */
  public static Bytes utf8(String text) {
    return wrap(Utf8.encode(text));
  }

  /** One byte a char; chars above U+00FF keep their low eight bits only. */
  public static Bytes latin1(String text) {
    byte[] bytes = new byte[text.length()];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) text.charAt(i);
    }
    return wrap(bytes);
  }

  /**
   * The UTF-8 form of a text that is known when the plugin starts and sent to the host again and again. A port may
   * keep such bytes where the host reads them, see {@link #pin()}.
   */
  public static Bytes constant(String text) {
    return new Bytes(Utf8.encode(text), true);
  }

  /** These bytes as a constant, see {@link #constant(String)}. */
  public Bytes asConstant() {
    return constant ? this : new Bytes(array, true);
  }

  public boolean isConstant() {
    return constant;
  }

  /** Where the port keeps this constant, 0 where it does not keep it. Has no part in equality. */
  public int pin() {
    return pin;
  }

  /** For the port alone: remembers where it keeps this constant. */
  public void pin(int address) {
    pin = address;
  }

  public int length() {
    return array.length;
  }

  public boolean isEmpty() {
    return array.length == 0;
  }

  /** The byte at {@code index}; an index outside of 0 .. length - 1 is an {@link IndexOutOfBoundsException}. */
  public byte at(int index) {
    return array[index];
  }

  /** A copy as an array. */
  public byte[] toArray() {
    return array.clone();
  }

  /** Lossless text: each byte becomes the char with its number. */
  public String latin1() {
    char[] chars = new char[array.length];
    for (int i = 0; i < chars.length; i++) {
      chars[i] = (char) (array[i] & 0xff);
    }
    return new String(chars);
  }

  /** The text whose UTF-8 form this is; U+FFFD stands where the bytes are not UTF-8. */
  public String utf8() {
    return Utf8.decode(array);
  }

  /** The bytes from {@code from} (inclusive) to {@code to} (exclusive). */
  public Bytes slice(int from, int to) {
    if (from == 0 && to == array.length) {
      return this;
    }
    // Not Arrays.copyOfRange, whose message for a wrong range brings half a kilobyte into each module.
    byte[] part = new byte[to - from];
    System.arraycopy(array, from, part, 0, part.length);
    return wrap(part);
  }

  public boolean startsWith(Bytes prefix) {
    return matchesAt(0, prefix);
  }

  public boolean endsWith(Bytes suffix) {
    return matchesAt(array.length - suffix.array.length, suffix);
  }

  /** The first index at or after {@code from} where {@code wanted} stands, -1 where it does not. */
  public int indexOf(Bytes wanted, int from) {
    for (int i = Math.max(from, 0), last = array.length - wanted.array.length; i <= last; i++) {
      if (matchesAt(i, wanted)) {
        return i;
      }
    }
    return -1;
  }

  /** The first index at or after {@code from} of this byte, -1 where there is none. */
  public int indexOf(int b, int from) {
    for (int i = Math.max(from, 0); i < array.length; i++) {
      if (array[i] == (byte) b) {
        return i;
      }
    }
    return -1;
  }

  /** Equal but for the case of ASCII letters, as field names are compared (RFC 9110 section 5.1). */
  public boolean equalsIgnoreCase(Bytes other) {
    if (array.length != other.array.length) {
      return false;
    }
    for (int i = 0; i < array.length; i++) {
      if (lower(array[i]) != lower(other.array[i])) {
        return false;
      }
    }
    return true;
  }

  private boolean matchesAt(int offset, Bytes wanted) {
    if (offset < 0 || offset > array.length - wanted.array.length) {
      return false;
    }
    for (int i = 0; i < wanted.array.length; i++) {
      if (array[offset + i] != wanted.array[i]) {
        return false;
      }
    }
    return true;
  }

  private static int lower(byte b) {
    return b >= 'A' && b <= 'Z' ? b + 32 : b;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Bytes that && Arrays.equals(array, that.array);
  }

  @Override
  public int hashCode() {
    if (hash == 0) {
      hash = Arrays.hashCode(array);
    }
    return hash;
  }

  /** The lossless text, see {@link #latin1()}. */
  @Override
  public String toString() {
    return latin1();
  }
}
