package dev.sluice.abi.attribute;

import dev.sluice.abi.Fetched;

/** Numbers of eight bytes as Envoy hands them over: as they lie in the memory of a little-endian machine. */
final class LittleEndian {
  private LittleEndian() {}

  static boolean isLong(Fetched bytes) {
    return bytes.length() == Long.BYTES;
  }

  /** The number in eight bytes. */
  static long longOf(Fetched bytes) {
    long value = 0;
    for (int i = Long.BYTES - 1; i >= 0; i--) {
      value = value << Byte.SIZE | bytes.at(i) & 0xff;
    }
    return value;
  }
}
