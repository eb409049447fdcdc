package dev.sluice.data.digest;

/** SHA-1, FIPS 180-4 section 6.1. */
final class Sha1 extends Digest {
  private final int[] hash = new int[5];
  private final int[] w = new int[80];

  Sha1() {
    super(64);
    restart();
  }

  @Override
  public int size() {
    return 20;
  }

  @Override
  void restart() {
    hash[0] = 0x67452301;
    hash[1] = 0xefcdab89;
    hash[2] = 0x98badcfe;
    hash[3] = 0x10325476;
    hash[4] = 0xc3d2e1f0;
  }

  @Override
  void compress(byte[] input) {
    for (int t = 0; t < 80; t++) {
      w[t] = t < 16
          ? readInt(input, t << 2)
          : Integer.rotateLeft(w[t - 3] ^ w[t - 8] ^ w[t - 14] ^ w[t - 16], 1);
    }
    int a = hash[0];
    int b = hash[1];
    int c = hash[2];
    int d = hash[3];
    int e = hash[4];
    for (int t = 0; t < 80; t++) {
      int next = Integer.rotateLeft(a, 5) + mix(t, b, c, d) + e + w[t];
      e = d;
      d = c;
      c = Integer.rotateLeft(b, 30);
      b = a;
      a = next;
    }
    hash[0] += a;
    hash[1] += b;
    hash[2] += c;
    hash[3] += d;
    hash[4] += e;
  }

  private static int mix(int t, int b, int c, int d) {
    if (t < 20) {
      return (b & c ^ ~b & d) + 0x5a827999;
    }
    if (t < 40) {
      return (b ^ c ^ d) + 0x6ed9eba1;
    }
    return t < 60 ? (b & c ^ b & d ^ c & d) + 0x8f1bbcdc : (b ^ c ^ d) + 0xca62c1d6;
  }

  @Override
  void state(byte[] out) {
    writeInts(hash, out);
  }
}
