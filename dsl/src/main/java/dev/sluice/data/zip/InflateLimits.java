package dev.sluice.data.zip;

/**
 * What is too much of decompressed bytes. A kilobyte can become a megabyte, so whoever decompresses for a stranger needs
 * both.
 *
 * @param size most bytes that may come out
 * @param ratio most bytes that may come out for each that goes in, beyond the first 64 KiB
 */
public record InflateLimits(long size, int ratio) {

  /** 16 MiB, a hundredfold. */
  public static final InflateLimits DEFAULT = new InflateLimits(16 << 20, 100);

  long allowed(long taken) {
    return Math.min(size, (1 << 16) + taken * ratio);
  }
}
