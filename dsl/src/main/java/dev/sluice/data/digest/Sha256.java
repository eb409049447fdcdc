package dev.sluice.data.digest;

/** SHA-256, FIPS 180-4 section 6.2. */
final class Sha256 extends Digest {
  private final int[] constants = new int[64];
  private final int[] hash = new int[8];
  private final int[] w = new int[64];

  Sha256() {
    super(64);
    for (int i = 0; i < 64; i++) {
      constants[i] = (int) (RootConstants.CUBE_ROOTS[i] >>> 32);
    }
    restart();
  }

  @Override
  public int size() {
    return 32;
  }

  @Override
  void restart() {
    for (int i = 0; i < 8; i++) {
      hash[i] = (int) (RootConstants.SQUARE_ROOTS[i] >>> 32);
    }
  }

  @Override
  void compress(byte[] input) {
    for (int t = 0; t < 64; t++) {
      if (t < 16) {
        w[t] = readInt(input, t << 2);
      } else {
        int x = w[t - 15];
        int y = w[t - 2];
        int s0 = Integer.rotateRight(x, 7) ^ Integer.rotateRight(x, 18) ^ x >>> 3;
        int s1 = Integer.rotateRight(y, 17) ^ Integer.rotateRight(y, 19) ^ y >>> 10;
        w[t] = s1 + w[t - 7] + s0 + w[t - 16];
      }
    }
    int a = hash[0];
    int b = hash[1];
    int c = hash[2];
    int d = hash[3];
    int e = hash[4];
    int f = hash[5];
    int g = hash[6];
    int h = hash[7];
    for (int t = 0; t < 64; t++) {
      int sum1 = Integer.rotateRight(e, 6) ^ Integer.rotateRight(e, 11) ^ Integer.rotateRight(e, 25);
      int sum0 = Integer.rotateRight(a, 2) ^ Integer.rotateRight(a, 13) ^ Integer.rotateRight(a, 22);
      int first = h + sum1 + (e & f ^ ~e & g) + constants[t] + w[t];
      int second = sum0 + (a & b ^ a & c ^ b & c);
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
    writeInts(hash, out);
  }
}
