package dev.sluice.data.zip;

import dev.sluice.abi.Bytes;
import dev.sluice.data.ByteSink;

/**
 * Compresses a stream of chunks, with the fixed codes and the newest candidate for a match only: small and quick rather
 * than thorough. What cannot be compressed grows by an eighth at most, and a few bytes a chunk. Keeps 32 KiB.
 */
public final class Deflate {
  private static final int WINDOW = 1 << 15;
  private static final int HASHES = 1 << 12;
  private static final int SHORTEST = 3;
  private static final int LONGEST = 258;
  private static final int END_OF_BLOCK = 256;

  private final Wrapping wrapping;
  private final Checksum checksum;
  private final int[] newest = new int[HASHES];
  private Bytes window = Bytes.EMPTY;
  private ByteSink out = new ByteSink(0);
  private int held;
  private int heldBits;
  private int size;
  private boolean begun;

  public Deflate(Wrapping wrapping) {
    this.wrapping = wrapping;
    checksum = new Checksum(wrapping);
  }

  /** All of these bytes at once. */
  public static Bytes of(Bytes bytes, Wrapping wrapping) {
    Deflate deflate = new Deflate(wrapping);
    Bytes first = deflate.push(bytes);
    Bytes rest = deflate.end();
    return new ByteSink(first.length() + rest.length()).put(first).put(rest).bytes();
  }

  /** What is compressed by now; a receiver can read all of the chunk but its last byte or so. */
  public Bytes push(Bytes chunk) {
    out = new ByteSink(chunk.length() / 2 + 16);
    begin();
    if (!chunk.isEmpty()) {
      bits(2, 3);
      compress(chunk);
      symbol(END_OF_BLOCK);
    }
    return out.bytes();
  }

  /** What is left; nothing may be pushed after it. */
  public Bytes end() {
    out = new ByteSink(16);
    begin();
    bits(3, 3);
    symbol(END_OF_BLOCK);
    bits(0, 7);
    heldBits = 0;
    if (wrapping == Wrapping.GZIP) {
      littleEndian(checksum.value());
      littleEndian(size);
    } else if (wrapping == Wrapping.ZLIB) {
      littleEndian(Integer.reverseBytes(checksum.value()));
    }
    return out.bytes();
  }

  private void begin() {
    if (begun) {
      return;
    }
    begun = true;
    if (wrapping == Wrapping.GZIP) {
      // no name, no time, system unknown (RFC 1952 section 2.3.1)
      littleEndian(0x00088b1f);
      littleEndian(0);
      out.put(0).put(0xff);
    } else if (wrapping == Wrapping.ZLIB) {
      out.put(0x78).put(0x01);
    }
  }

  private void compress(Bytes chunk) {
    int from = window.length();
    Bytes all = from == 0 ? chunk : new ByteSink(from + chunk.length()).put(window).put(chunk).bytes();
    int base = size - from;
    for (int at = from; at < all.length();) {
      int length = 0;
      int distance = 0;
      if (at + SHORTEST <= all.length()) {
        int hash = hash(all, at);
        distance = base + at - newest[hash];
        newest[hash] = base + at;
        length = distance > 0 && distance <= Math.min(at, WINDOW) ? matching(all, at, distance) : 0;
      }
      if (length >= SHORTEST) {
        length(length);
        distance(distance);
      } else {
        length = 1;
        symbol(all.at(at) & 0xff);
      }
      for (int end = at + length; at < end; at++) {
        checksum.update(all.at(at));
      }
    }
    size += chunk.length();
    window = all.slice(Math.max(0, all.length() - WINDOW), all.length());
  }

  private static int hash(Bytes all, int at) {
    int three = all.at(at) << 16 ^ all.at(at + 1) << 8 ^ all.at(at + 2);
    return three * 0x9e3779b1 >>> 20;
  }

  private static int matching(Bytes all, int at, int distance) {
    int most = Math.min(LONGEST, all.length() - at);
    int length = 0;
    while (length < most && all.at(at + length) == all.at(at + length - distance)) {
      length++;
    }
    return length;
  }

  private void length(int length) {
    if (length == LONGEST) {
      symbol(285);
      return;
    }
    int rest = length - SHORTEST;
    int extra = rest < 8 ? 0 : 29 - Integer.numberOfLeadingZeros(rest);
    symbol(257 + (extra << 2) + (rest >> extra));
    bits(rest & (1 << extra) - 1, extra);
  }

  private void distance(int distance) {
    int rest = distance - 1;
    int extra = rest < 4 ? 0 : 30 - Integer.numberOfLeadingZeros(rest);
    code((extra << 1) + (rest >> extra), 5);
    bits(rest & (1 << extra) - 1, extra);
  }

  /** The fixed codes, RFC 1951 section 3.2.6. */
  private void symbol(int symbol) {
    if (symbol < 144) {
      code(0x30 + symbol, 8);
    } else if (symbol < 256) {
      code(0x190 + symbol - 144, 9);
    } else if (symbol < 280) {
      code(symbol - 256, 7);
    } else {
      code(0xc0 + symbol - 280, 8);
    }
  }

  /** Codes have their highest bit first, all else its lowest. */
  private void code(int code, int count) {
    bits(Integer.reverse(code) >>> (32 - count), count);
  }

  private void bits(int value, int count) {
    held |= value << heldBits;
    heldBits += count;
    while (heldBits >= 8) {
      out.put(held);
      held >>>= 8;
      heldBits -= 8;
    }
  }

  private void littleEndian(int value) {
    out.put(value).put(value >> 8).put(value >> 16).put(value >> 24);
  }
}
