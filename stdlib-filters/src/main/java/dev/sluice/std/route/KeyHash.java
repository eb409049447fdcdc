package dev.sluice.std.route;

import dev.sluice.abi.Bytes;

/** Where a key lies on a scale, always at the same part of it. Spread evenly; no secret, and clients can choose a place. */
final class KeyHash {
  private static final int FNV_BASIS = 0x811c9dc5;
  private static final int FNV_PRIME = 0x01000193;

  private KeyHash() {}

  /** A point from 0 to below the total. */
  static int point(Bytes key, int total) {
    return (int) ((mixed(fnv1a(key)) & 0xffffffffL) * total >>> 32);
  }

  private static int fnv1a(Bytes key) {
    int hash = FNV_BASIS;
    for (int i = 0; i < key.length(); i++) {
      hash = (hash ^ key.at(i) & 0xff) * FNV_PRIME;
    }
    return hash;
  }

  /** The upper bits decide, which FNV leaves alike for keys that differ at their end; this is MurmurHash3's finalizer. */
  private static int mixed(int hash) {
    int h = (hash ^ hash >>> 16) * 0x85ebca6b;
    h = (h ^ h >>> 13) * 0xc2b2ae35;
    return h ^ h >>> 16;
  }
}
