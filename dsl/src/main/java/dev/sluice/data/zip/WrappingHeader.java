package dev.sluice.data.zip;

/** What stands before deflated bytes. */
final class WrappingHeader {
  private WrappingHeader() {}

  /** RFC 1950 section 2.2; a preset dictionary is refused. */
  static boolean zlib(BitSource bits) {
    int method = bits.take(8);
    int flags = bits.take(8);
    return (method & 15) == 8 && method >> 4 <= 7 && (method << 8 | flags) % 31 == 0 && (flags & 0x20) == 0;
  }

  /** RFC 1952 section 2.3. */
  static boolean gzip(BitSource bits) {
    if (bits.take(16) != 0x8b1f || bits.take(8) != 8) {
      return false;
    }
    int flags = bits.take(8);
    for (int i = 0; i < 3; i++) {
      bits.take(16);
    }
    if ((flags & 4) != 0) {
      for (int left = bits.take(16); left > 0; left--) {
        bits.take(8);
      }
    }
    for (int field = flags >> 3 & 3; field > 0; field &= field - 1) {
      int b;
      do {
        b = bits.take(8);
      } while (b != 0);
    }
    if ((flags & 2) != 0) {
      bits.take(16);
    }
    return (flags & 0xe0) == 0;
  }
}
