package dev.sluice.step;

import dev.sluice.abi.Decimal;
import dev.sluice.plan.Check;
import dev.sluice.value.CachedText;
import dev.sluice.value.LiteralText;
import dev.sluice.value.SharedSlots;
import dev.sluice.value.TextValue;
import java.time.Duration;

/**
 * Values kept for a while for all workers, under keys that clients may choose: in a fixed number of places, so that memory
 * is bounded by places times the largest entry. Keys that share a place put each other out (never one for the other), so
 * give more places than there are keys in use at a time.
 *
 * <pre>{@code
 * Cache roles = cache("roles", 1024, Duration.ofMinutes(5));
 * request(
 *     bind("role", roles.get(header("x-user"))),
 *     when(ref("role").absent()).then(
 *         call(cluster("roles"), get(template("/roles/{}", header("x-user").encodePercent()))),
 *         bind("role", answer().body()),
 *         roles.put(header("x-user"), ref("role"))))
 * }</pre>
 *
 * @param largest most bytes of a value; a larger one is not kept
 */
public record Cache(SharedSlots slots, int largest) {
  private static final int DEFAULT_LARGEST = 1 << 14;
  private static final int MOST_LARGEST = 1 << 20;

  public Cache {
    Check.given("cache", "its places", slots);
    if (largest < 0 || largest > MOST_LARGEST) {
      throw new IllegalArgumentException("cache: values of " + Decimal.of(largest) + " bytes; give 0 to 1048576");
    }
  }

  /** A cache of values of up to 16 KiB. Caches of one name are the same one, and must have as many places. */
  public static Cache of(String name, int slots, Duration holds) {
    return new Cache(
        new SharedSlots("cache." + Check.filled("cache", "the name", name), slots, Check.keptMillis("cache", holds)),
        DEFAULT_LARGEST);
  }

  /** The same cache for values of up to so many bytes. */
  public Cache valueLimit(int bytes) {
    return new Cache(slots, bytes);
  }

  /** What it has for a key, absent where it has nothing. */
  public TextValue get(TextValue key) {
    return new CachedText(slots, key);
  }

  /** What it has for a key, absent where it has nothing. */
  public TextValue get(String key) {
    return get(new LiteralText(key));
  }

  /** Keeps a value for a key. Where one of them is absent, the value is too large or the proxy has no room, nothing is kept. */
  public Step put(TextValue key, TextValue value) {
    return new PutCache(this, key, value);
  }

  /** Keeps a value for a key. */
  public Step put(String key, TextValue value) {
    return put(new LiteralText(key), value);
  }
}
