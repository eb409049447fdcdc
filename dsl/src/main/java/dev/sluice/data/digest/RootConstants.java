package dev.sluice.data.digest;

/**
 * The constants of SHA-2 are the first 64 bits of the fractional parts of roots of primes (FIPS 180-4 sections 4.2 and
 * 5.3). SHA-256 uses their upper halves, SHA-384 and SHA-512 all of them. Computing them takes less of a module than
 * the code that would fill tables, and happens once, with the first digest.
 */
final class RootConstants {
  private static final int LIMBS = 7;

  /** Of the first eighty primes: the constants of the rounds. */
  static final long[] CUBE_ROOTS = ofPrimes(80, 3);

  /** Of the first sixteen primes: where the hashes start. */
  static final long[] SQUARE_ROOTS = ofPrimes(16, 2);

  private RootConstants() {}

  private static long[] ofPrimes(int count, int power) {
    long[] out = new long[count];
    for (int i = 0, prime = 2; i < count; prime++) {
      if (isPrime(prime)) {
        out[i++] = root(prime, power);
      }
    }
    return out;
  }

  private static boolean isPrime(int number) {
    for (int i = 2; i * i <= number; i++) {
      if (number % i == 0) {
        return false;
      }
    }
    return true;
  }

  /**
   * The 64 bits after the point, bit by bit: the largest {@code x} whose power is not above the number. {@code x} is a
   * fixed-point number of 5 bits before the point and 64 after it, in limbs of 32 bits.
   */
  private static long root(int number, int power) {
    int[] bound = new int[LIMBS];
    bound[2 * power] = number;
    int[] x = new int[3];
    for (int bit = 68; bit >= 0; bit--) {
      x[bit >> 5] |= 1 << (bit & 31);
      int[] product = times(x, x);
      if (power == 3) {
        product = times(product, x);
      }
      if (isAbove(product, bound)) {
        x[bit >> 5] &= ~(1 << (bit & 31));
      }
    }
    return (long) x[1] << 32 | x[0] & 0xffffffffL;
  }

  /** The lower limbs of the product. */
  private static int[] times(int[] left, int[] right) {
    int[] out = new int[LIMBS];
    for (int i = 0; i < left.length; i++) {
      long carry = 0;
      for (int j = 0; i + j < LIMBS; j++) {
        long factor = j < right.length ? right[j] & 0xffffffffL : 0;
        carry += (left[i] & 0xffffffffL) * factor + (out[i + j] & 0xffffffffL);
        out[i + j] = (int) carry;
        carry >>>= 32;
      }
    }
    return out;
  }

  private static boolean isAbove(int[] left, int[] right) {
    for (int i = LIMBS - 1; i >= 0; i--) {
      int order = Integer.compareUnsigned(left[i], right[i]);
      if (order != 0) {
        return order > 0;
      }
    }
    return false;
  }
}
