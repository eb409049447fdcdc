package dev.sluice.data.zip;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.abi.Bytes;
import dev.sluice.data.ByteSink;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Random;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

final class ZipTest {
  private static final InflateLimits WIDE = new InflateLimits(1 << 30, 2000);

  /** Bytes with repetitions, near and far: of few values, or of many. */
  private static byte[] input(int seed, int size, int values) {
    Random random = new Random(seed);
    byte[] out = new byte[size];
    for (int i = 0; i < size; i++) {
      out[i] = i > 300 && random.nextInt(40) > 0 ? out[i - 1 - seed % 300] : (byte) random.nextInt(values);
    }
    return out;
  }

  private static byte[] jdkDeflate(byte[] bytes, Wrapping wrapping, int level, int strategy) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    if (wrapping == Wrapping.GZIP) {
      try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
        gzip.write(bytes);
      }
      return out.toByteArray();
    }
    Deflater deflater = new Deflater(level, wrapping == Wrapping.RAW);
    deflater.setStrategy(strategy);
    try (DeflaterOutputStream deflate = new DeflaterOutputStream(out, deflater)) {
      deflate.write(bytes);
    }
    deflater.end();
    return out.toByteArray();
  }

  private static byte[] jdkInflate(Bytes bytes, Wrapping wrapping) throws IOException {
    ByteArrayInputStream in = new ByteArrayInputStream(bytes.toArray());
    if (wrapping == Wrapping.GZIP) {
      return new GZIPInputStream(in).readAllBytes();
    }
    return new InflaterInputStream(in, new Inflater(wrapping == Wrapping.RAW)).readAllBytes();
  }

  private static Bytes inflate(Inflate inflate, byte[] bytes, int chunk) {
    ByteSink out = new ByteSink(100);
    for (int at = 0; at < bytes.length; at += chunk) {
      out.put(inflate.push(Bytes.copyOf(bytes).slice(at, Math.min(at + chunk, bytes.length))));
    }
    return out.bytes();
  }

  @Property(tries = 300)
  void whatTheJdkCompressedIsRead(
      @ForAll @IntRange(max = 9999) int seed, @ForAll @IntRange(max = 3000) int size,
      @ForAll @IntRange(min = 1, max = 256) int values,
      @ForAll Wrapping wrapping, @ForAll @IntRange(max = 9) int level, @ForAll @IntRange(max = 2) int strategy,
      @ForAll @IntRange(min = 1, max = 700) int chunk) throws IOException {
    byte[] bytes = input(seed, size, values);
    Inflate inflate = new Inflate(wrapping, WIDE);
    byte[] compressed = jdkDeflate(bytes, wrapping, level, strategy);
    assertEquals(Bytes.wrap(bytes), inflate(inflate, compressed, chunk), inflate::failure);
    assertTrue(inflate.isFinished());
    inflate.push(Bytes.latin1("x"));
    assertFalse(inflate.isFinished());
  }

  @Property(tries = 300)
  void theJdkReadsWhatIsCompressed(
      @ForAll @IntRange(max = 9999) int seed, @ForAll @IntRange(max = 3000) int size,
      @ForAll @IntRange(min = 1, max = 256) int values,
      @ForAll Wrapping wrapping, @ForAll @IntRange(min = 1, max = 3000) int chunk) throws IOException {
    Bytes bytes = Bytes.wrap(input(seed, size, values));
    Deflate deflate = new Deflate(wrapping);
    ByteSink out = new ByteSink(100);
    for (int at = 0; at < size; at += chunk) {
      out.put(deflate.push(bytes.slice(at, Math.min(at + chunk, size))));
    }
    assertEquals(bytes, Bytes.wrap(jdkInflate(out.put(deflate.end()).bytes(), wrapping)));
    assertEquals(bytes, Bytes.wrap(jdkInflate(Deflate.of(bytes, wrapping), wrapping)));
    assertEquals(bytes, inflate(new Inflate(wrapping, WIDE), Deflate.of(bytes, wrapping).toArray(), 100));
  }

  @Test
  void matchesReachBackOverTheWholeWindow() throws IOException {
    for (int values : new int[] {2, 256}) {
      byte[] bytes = new byte[200_000];
      byte[] block = input(7, 32_768, values);
      for (int i = 0; i < bytes.length; i++) {
        bytes[i] = block[i % block.length];
      }
      for (Wrapping wrapping : Wrapping.values()) {
        Inflate inflate = new Inflate(wrapping, WIDE);
        assertEquals(Bytes.wrap(bytes), inflate(inflate, jdkDeflate(bytes, wrapping, 9, 0), 999));
        assertEquals(Bytes.wrap(bytes), Bytes.wrap(jdkInflate(Deflate.of(Bytes.wrap(bytes), wrapping), wrapping)));
      }
    }
    assertTrue(Deflate.of(Bytes.wrap(new byte[100_000]), Wrapping.RAW).length() < 1000);
  }

  @Property(tries = 2000)
  void changedBytesFailOrGiveSomethingButNeverThrow(
      @ForAll Wrapping wrapping, @ForAll @IntRange(max = 299) int place, @ForAll byte change,
      @ForAll @Size(max = 60) byte[] noise)
      throws IOException {
    byte[] bytes = jdkDeflate(input(5, 900, 30), wrapping, 9, 0);
    bytes[place % bytes.length] ^= change;
    Inflate inflate = new Inflate(wrapping, InflateLimits.DEFAULT);
    Bytes out = inflate(inflate, bytes, 37);
    if (wrapping != Wrapping.RAW && inflate.isFinished()) {
      assertEquals(Bytes.wrap(input(5, 900, 30)), out);
    }
    inflate(new Inflate(wrapping, InflateLimits.DEFAULT), noise, 7);
    assertEquals(inflate.isFailed(), !inflate.failure().isEmpty());
  }

  @Test
  void aBombIsStoppedByEitherLimit() throws IOException {
    byte[] bomb = jdkDeflate(new byte[10_000_000], Wrapping.ZLIB, 9, 0);
    Inflate byRatio = new Inflate(Wrapping.ZLIB, new InflateLimits(1 << 30, 100));
    assertEquals((1 << 16) + 100L * bomb.length, inflate(byRatio, bomb, bomb.length).length());
    assertEquals("more than allowed comes out for what went in", byRatio.failure());
    Inflate bySize = new Inflate(Wrapping.ZLIB, new InflateLimits(12_345, 2000));
    assertEquals(12_345, inflate(bySize, bomb, 100).length());
    assertEquals("more than allowed comes out", bySize.failure());
    assertEquals(0, bySize.push(Bytes.latin1("x")).length());
  }

  @Test
  void membersOfGzipAreOneStream() throws IOException {
    ByteSink two = new ByteSink(100).put(Bytes.wrap(jdkDeflate(new byte[] {1}, Wrapping.GZIP, 9, 0)));
    two.put(Deflate.of(Bytes.latin1("ab"), Wrapping.GZIP));
    Inflate inflate = new Inflate(Wrapping.GZIP, WIDE);
    assertEquals("\1ab", inflate(inflate, two.bytes().toArray(), 3).latin1());
    assertTrue(inflate.isFinished());
    assertFalse(new Inflate(Wrapping.GZIP, WIDE).isFinished());
    // FEXTRA, FNAME, FCOMMENT and FHCRC
    byte[] plain = jdkDeflate(new byte[] {1}, Wrapping.GZIP, 9, 0);
    ByteSink full = new ByteSink(64).put(Bytes.wrap(plain), 0, 3).put(0x1e).put(Bytes.wrap(plain), 4, 10);
    full.put(Bytes.latin1("\2\0xyname\0comment\0cc")).put(Bytes.wrap(plain), 10, plain.length);
    assertEquals("\1", inflate(new Inflate(Wrapping.GZIP, WIDE), full.bytes().toArray(), 1).latin1());
    Inflate endless = new Inflate(Wrapping.GZIP, WIDE);
    inflate(endless, (Bytes.wrap(plain).slice(0, 3).latin1() + "\10" + "x".repeat(70_000))
        .getBytes(java.nio.charset.StandardCharsets.ISO_8859_1), 5000);
    assertEquals("a header larger than 64 KiB", endless.failure());
  }
}
