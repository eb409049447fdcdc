package dev.sluice.step;

import dev.sluice.abi.Decimal;
import dev.sluice.plan.Check;
import dev.sluice.plan.Lists;
import dev.sluice.value.LiteralText;
import dev.sluice.value.SharedSlots;
import dev.sluice.value.TextValue;
import io.vavr.control.Option;
import java.time.Duration;

/**
 * Buckets of tokens, from which all workers of a proxy take: a bucket is full at first, each {@link #take} takes one token,
 * and so often some come in, up to what it holds. The time to the next ones begins when a token is taken from a full bucket,
 * so that no more than a bucketful goes out before. Under whatever keys clients choose, there are as many buckets as places.
 * Keys that share a place share a bucket: neither gets more than it may, both may get less; so give many more places than
 * there are keys in use at a time (with a thousand keys in 65,536 places one in sixty-six shares).
 *
 * <pre>{@code
 * TokenBucket calls = tokenBucket("calls", 16_384, 100, Duration.ofMinutes(1));
 * request(calls.take(clientAddress()).onEmpty(respond(429)))
 * }</pre>
 *
 * @param capacity most tokens in a bucket, 1 to 10^12
 * @param refill how many come in at a time, 1 to 10^12
 * @param millis how often, in milliseconds
 */
public record TokenBucket(SharedSlots slots, long capacity, long refill, long millis) {
  private static final long MOST = 1_000_000_000_000L;

  public TokenBucket {
    Check.given("tokenBucket", "its places", slots);
    amount("it holds", capacity);
    amount("come in", refill);
    if (millis < 1) {
      throw new IllegalArgumentException("tokenBucket: tokens come in all the time; give a millisecond at least");
    }
  }

  /** Buckets that hold so many tokens and get as many so often (up to 366 days). Those of one name are the same. */
  public static TokenBucket of(String name, int slots, long tokens, Duration every) {
    SharedSlots places = new SharedSlots("bucket." + Check.filled("tokenBucket", "the name", name), slots, 0);
    return new TokenBucket(places, tokens, tokens, Check.keptMillis("tokenBucket", every));
  }

  /** The same buckets holding so many tokens, whatever comes in at a time: how many can be taken in one burst. */
  public TokenBucket capacity(long tokens) {
    return new TokenBucket(slots, tokens, refill, millis);
  }

  /** Takes a token for a key; an absent key is the empty one. */
  public TakeToken take(TextValue key) {
    return new TakeToken(this, key, Option.none(), Option.none(), Lists.none(), Lists.none());
  }

  /** Takes a token where there is one bucket for all. */
  public TakeToken take() {
    return take(new LiteralText(""));
  }

  private static void amount(String what, long tokens) {
    if (tokens < 1 || tokens > MOST) {
      throw new IllegalArgumentException(
          "tokenBucket: " + Decimal.of(tokens) + " tokens " + what + "; give 1 to 10^12");
    }
  }
}
