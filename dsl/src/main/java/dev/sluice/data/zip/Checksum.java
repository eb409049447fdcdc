package dev.sluice.data.zip;

/** CRC-32 for gzip (RFC 1952 section 8), Adler-32 for zlib (RFC 1950 section 8). */
final class Checksum {
  private static final int POLYNOMIAL = 0xedb88320;

  private final boolean crc;
  private final int[] table = new int[16];
  private int low;
  private int high;

  Checksum(Wrapping wrapping) {
    crc = wrapping == Wrapping.GZIP;
    for (int i = 0; i < 16; i++) {
      int value = i;
      for (int bit = 0; bit < 4; bit++) {
        value = value >>> 1 ^ (-(value & 1) & POLYNOMIAL);
      }
      table[i] = value;
    }
    reset();
  }

  void reset() {
    low = crc ? -1 : 1;
    high = 0;
  }

  void update(int b) {
    if (crc) {
      low ^= b & 0xff;
      low = low >>> 4 ^ table[low & 15];
      low = low >>> 4 ^ table[low & 15];
    } else {
      low = (low + (b & 0xff)) % 65521;
      high = (high + low) % 65521;
    }
  }

  int value() {
    return crc ? ~low : high << 16 | low;
  }
}
