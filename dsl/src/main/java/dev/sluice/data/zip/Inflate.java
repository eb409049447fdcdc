package dev.sluice.data.zip;

import dev.sluice.abi.Bytes;
import dev.sluice.data.ByteSink;

/**
 * Decompresses a stream of chunks, within limits. Keeps 32 KiB and what of a chunk is not decided yet. Several gzip
 * members one behind the other are one stream (RFC 1952 section 2.2); checksums are verified.
 */
public final class Inflate {
  private static final int WINDOW = 1 << 15;
  private static final int LONGEST_HEADER = 1 << 16;

  private enum State {
    HEADER,
    BLOCK,
    STORED,
    CODES,
    TRAILER,
    DONE,
    FAILED
  }

  private final Wrapping wrapping;
  private final InflateLimits limits;
  private final BitSource bits = new BitSource();
  private final Checksum checksum;
  private final InflateTables tables = new InflateTables();
  private final byte[] window = new byte[WINDOW];
  private ByteSink out = new ByteSink(0);
  private State state;
  private boolean lastBlock;
  private boolean memberRead;
  private int stored;
  private long taken;
  private long given;
  private long memberSize;
  private long allowed;
  private boolean tooLarge;
  private String failure = "";

  public Inflate(Wrapping wrapping, InflateLimits limits) {
    this.wrapping = wrapping;
    this.limits = limits;
    checksum = new Checksum(wrapping);
    state = wrapping == Wrapping.RAW ? State.BLOCK : State.HEADER;
  }

  /** What comes out by now. After a failure: what came out before it, then nothing. */
  public Bytes push(Bytes chunk) {
    if (state == State.FAILED) {
      return Bytes.EMPTY;
    }
    taken += chunk.length();
    allowed = limits.allowed(taken);
    out = new ByteSink(chunk.length() * 2);
    bits.add(chunk);
    while (state != State.FAILED && !(bits.isEmpty() && (state == State.DONE || state == State.HEADER))) {
      bits.mark();
      State before = state;
      step();
      if (bits.isStarved()) {
        bits.rollBack();
        state = before;
        failure = "";
        if (state == State.HEADER && bits.left() > LONGEST_HEADER) {
          fail("a header larger than 64 KiB");
        }
        break;
      }
    }
    return out.bytes();
  }

  /** Whether the stream is whole: it may end here. */
  public boolean isFinished() {
    return state == State.DONE || state == State.HEADER && memberRead && bits.isEmpty();
  }

  public boolean isFailed() {
    return state == State.FAILED;
  }

  /** Whether it failed because more would have come out than is allowed. */
  public boolean isTooLarge() {
    return tooLarge;
  }

  /** Why it failed, in words; empty where it did not. */
  public String failure() {
    return failure;
  }

  private void step() {
    switch (state) {
      case HEADER -> header();
      case BLOCK -> block();
      case STORED -> stored();
      case CODES -> codes();
      case TRAILER -> trailer();
      default -> fail("bytes behind the end");
    }
  }

  private void header() {
    if (wrapping == Wrapping.ZLIB ? WrappingHeader.zlib(bits) : WrappingHeader.gzip(bits)) {
      state = State.BLOCK;
    } else {
      fail("no header of zlib or gzip");
    }
    checksum.reset();
    memberSize = 0;
  }

  private void block() {
    boolean last = bits.take(1) == 1;
    int type = bits.take(2);
    if (type == 0) {
      bits.align();
      int length = bits.take(16);
      if (length != (bits.take(16) ^ 0xffff)) {
        fail("a stored block of two lengths");
        return;
      }
      stored = length;
      state = length > 0 ? State.STORED : afterBlock(last);
    } else if (type == 1) {
      tables.fixed();
      state = State.CODES;
    } else if (type == 2 && tables.read(bits)) {
      state = State.CODES;
    } else {
      fail("a block that is malformed");
    }
    if (!bits.isStarved()) {
      lastBlock = last;
    }
  }

  private State afterBlock(boolean last) {
    if (!last) {
      return State.BLOCK;
    }
    bits.align();
    return wrapping == Wrapping.RAW ? State.DONE : State.TRAILER;
  }

  private void stored() {
    int b = bits.take(8);
    if (!bits.isStarved()) {
      emit(b);
      if (--stored == 0 && state == State.STORED) {
        state = afterBlock(lastBlock);
      }
    }
  }

  private void codes() {
    int symbol = tables.literals.decode(bits);
    if (symbol == 256) {
      state = afterBlock(lastBlock);
      return;
    }
    if (symbol >= 0 && symbol < 256) {
      if (!bits.isStarved()) {
        emit(symbol);
      }
      return;
    }
    int length = symbol < 0 ? -1 : InflateTables.length(symbol - 257, bits);
    int distance = length < 0 ? -1 : InflateTables.distance(tables.distances.decode(bits), bits);
    if (distance < 0 || distance > memberSize) {
      fail("a code that there is not");
      return;
    }
    for (int i = 0; i < length && !bits.isStarved() && state == State.CODES; i++) {
      emit(window[(int) (given - distance) & WINDOW - 1]);
    }
  }

  private void emit(int b) {
    if (given >= allowed) {
      tooLarge = true;
      fail(given >= limits.size() ? "more than allowed comes out" : "more than allowed comes out for what went in");
      return;
    }
    window[(int) given & WINDOW - 1] = (byte) b;
    out.put(b);
    checksum.update(b);
    given++;
    memberSize++;
  }

  private void trailer() {
    int first = bits.take(16);
    int second = bits.take(16);
    boolean gzip = wrapping == Wrapping.GZIP;
    int sum = gzip ? second << 16 | first : Integer.reverseBytes(second << 16 | first);
    int size = gzip ? bits.take(16) | bits.take(16) << 16 : (int) memberSize;
    if (sum != checksum.value() || size != (int) memberSize) {
      fail("a wrong checksum");
      return;
    }
    memberRead = true;
    state = gzip ? State.HEADER : State.DONE;
  }

  private void fail(String why) {
    state = State.FAILED;
    failure = why;
  }
}
