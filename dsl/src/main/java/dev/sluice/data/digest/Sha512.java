package dev.sluice.data.digest;

/** SHA-512 and SHA-384, FIPS 180-4 sections 6.4 and 6.5. */
final class Sha512 extends Digest {
  private final int size;
  private final int firstPrime;
  private final long[] constants = RootConstants.CUBE_ROOTS;
  private final long[] hash = new long[8];
  private final long[] w = new long[80];

  /** Where {@code firstPrime} is 0 this is SHA-512; SHA-384 starts from the ninth prime and gives fewer bytes. */
  Sha512(int size, int firstPrime) {
    super(128);
    this.size = size;
    this.firstPrime = firstPrime;
    restart();
  }

  @Override
  public int size() {
    return size;
  }

  @Override
  void restart() {
    System.arraycopy(RootConstants.SQUARE_ROOTS, firstPrime, hash, 0, 8);
  }

  @Override
  void compress(byte[] input) {
    for (int t = 0; t < 80; t++) {
      if (t < 16) {
        w[t] = (long) readInt(input, t << 3) << 32 | readInt(input, (t << 3) + 4) & 0xffffffffL;
      } else {
        long x = w[t - 15];
        long y = w[t - 2];
        long s0 = Long.rotateRight(x, 1) ^ Long.rotateRight(x, 8) ^ x >>> 7;
        long s1 = Long.rotateRight(y, 19) ^ Long.rotateRight(y, 61) ^ y >>> 6;
        w[t] = s1 + w[t - 7] + s0 + w[t - 16];
      }
    }
    long a = hash[0];
    long b = hash[1];
    long c = hash[2];
    long d = hash[3];
    long e = hash[4];
    long f = hash[5];
    long g = hash[6];
    long h = hash[7];
    for (int t = 0; t < 80; t++) {
      long sum1 = Long.rotateRight(e, 14) ^ Long.rotateRight(e, 18) ^ Long.rotateRight(e, 41);
      long sum0 = Long.rotateRight(a, 28) ^ Long.rotateRight(a, 34) ^ Long.rotateRight(a, 39);
      long first = h + sum1 + (e & f ^ ~e & g) + constants[t] + w[t];
      long second = sum0 + (a & b ^ a & c ^ b & c);
      h = g;
      g = f;
      f = e;
      e = d + first;
      d = c;
      c = b;
      b = a;
      a = first + second;
    }
    hash[0] += a;
    hash[1] += b;
    hash[2] += c;
    hash[3] += d;
    hash[4] += e;
    hash[5] += f;
    hash[6] += g;
    hash[7] += h;
  }

  @Override
  void state(byte[] out) {
    for (int i = 0; i < out.length; i++) {
      out[i] = (byte) (hash[i >> 3] >>> (56 - ((i & 7) << 3)));
    }
  }
}
