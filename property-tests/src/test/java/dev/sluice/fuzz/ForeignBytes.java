package dev.sluice.fuzz;

import dev.sluice.abi.Bytes;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/**
 * What strangers send: any bytes, the words of a format in any order, and sound texts with some damage. A third of each.
 * Made by hand, without shrinking: a million of them are to take minutes.
 */
public final class ForeignBytes {
  private static final int MOST_BYTES = 80;
  private static final int MOST_WORDS = 24;
  private static final int MOST_EDITS = 4;

  private final List<byte[]> words;
  private final List<byte[]> samples;

  private ForeignBytes(List<byte[]> words, List<byte[]> samples) {
    this.words = words;
    this.samples = samples;
  }

  /**
   * Bytes around a format, written in Latin-1.
   *
   * @param words separated by spaces, which are a word too
   * @param samples sound texts of the format
   */
  public static Arbitrary<Bytes> around(String words, String... samples) {
    return around(
        Arrays.stream((words + "  ").split(" ")).map(ForeignBytes::latin1).toList(),
        Arrays.stream(samples).map(ForeignBytes::latin1).toList());
  }

  /** Bytes around a format. */
  public static Arbitrary<Bytes> around(List<byte[]> words, List<byte[]> samples) {
    ForeignBytes source = new ForeignBytes(words, samples);
    return Arbitraries.randomValue(source::next);
  }

  private static byte[] latin1(String text) {
    return text.isEmpty() ? new byte[] {' '} : Bytes.latin1(text).toArray();
  }

  private Bytes next(Random random) {
    return Bytes.wrap(switch (random.nextInt(3)) {
      case 0 -> any(random, random.nextInt(MOST_BYTES));
      case 1 -> words(random);
      default -> damaged(random);
    });
  }

  private static byte[] any(Random random, int size) {
    byte[] bytes = new byte[size];
    random.nextBytes(bytes);
    return bytes;
  }

  private byte[] words(Random random) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (int left = random.nextInt(MOST_WORDS); left > 0; left--) {
      out.writeBytes(words.get(random.nextInt(words.size())));
    }
    return out.toByteArray();
  }

  private byte[] damaged(Random random) {
    byte[] bytes = samples.get(random.nextInt(samples.size())).clone();
    for (int left = random.nextInt(MOST_EDITS + 1); left > 0; left--) {
      bytes = edited(bytes, random);
    }
    return bytes;
  }

  private byte[] edited(byte[] bytes, Random random) {
    if (bytes.length == 0) {
      return words.get(random.nextInt(words.size()));
    }
    int at = random.nextInt(bytes.length);
    int end = at + random.nextInt(Math.min(16, bytes.length - at) + 1);
    return switch (random.nextInt(5)) {
      case 0 -> put(bytes, at, at + 1, any(random, 1));
      case 1 -> put(bytes, at, end, new byte[0]);
      case 2 -> put(bytes, at, at, words.get(random.nextInt(words.size())));
      case 3 -> put(bytes, at, at, Arrays.copyOfRange(bytes, at, end));
      default -> Arrays.copyOf(bytes, at);
    };
  }

  private static byte[] put(byte[] bytes, int from, int to, byte[] middle) {
    byte[] out = new byte[from + middle.length + bytes.length - to];
    System.arraycopy(bytes, 0, out, 0, from);
    System.arraycopy(middle, 0, out, from, middle.length);
    System.arraycopy(bytes, to, out, from + middle.length, bytes.length - to);
    return out;
  }
}
