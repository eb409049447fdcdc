package dev.sluice.step;

import dev.sluice.abi.Bytes;
import dev.sluice.abi.Fetched;
import dev.sluice.data.ByteSink;

/**
 * How full a bucket is, as it is kept in shared data: 16 bytes.
 *
 * @param tokens how many it has
 * @param since when tokens came in last, or the first one was taken of a full bucket; milliseconds since 1970
 */
record BucketLevel(long tokens, long since) {
  private static final int SIZE = 16;

  /** The level now, by what is kept. Whatever was written by others than this (another plugin, other settings) counts. */
  static BucketLevel read(TokenBucket bucket, Fetched kept, long now) {
    if (!kept.isOk() || kept.length() != SIZE) {
      return new BucketLevel(bucket.capacity(), now);
    }
    Bytes bytes = kept.bytes();
    return at(bucket, Math.max(0, number(bytes, 0)), number(bytes, SIZE / 2), now);
  }

  private static BucketLevel at(TokenBucket bucket, long before, long begun, long now) {
    long millis = bucket.millis();
    // Another worker may have looked at the clock later; only a clock that was put back is further ahead than that.
    long since = begun < 0 || begun - now > millis ? now : begun;
    long fills = Math.max(0, now - since) / millis;
    long room = Math.max(0, bucket.capacity() - before);
    boolean full = fills > (room - 1) / bucket.refill() || room == 0;
    return full
        ? new BucketLevel(bucket.capacity(), now)
        : new BucketLevel(before + fills * bucket.refill(), since + fills * millis);
  }

  BucketLevel without(long taken) {
    return new BucketLevel(tokens - taken, since);
  }

  Bytes bytes() {
    ByteSink sink = new ByteSink(SIZE);
    put(sink, tokens);
    put(sink, since);
    return sink.bytes();
  }

  private static void put(ByteSink sink, long number) {
    for (int shift = 56; shift >= 0; shift -= 8) {
      sink.put((int) (number >> shift));
    }
  }

  private static long number(Bytes bytes, int from) {
    long number = 0;
    for (int i = from; i < from + SIZE / 2; i++) {
      number = number << 8 | bytes.at(i) & 0xff;
    }
    return number;
  }
}
