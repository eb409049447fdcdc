package dev.sluice.step;

import dev.sluice.plan.Check;
import dev.sluice.plan.Lists;
import dev.sluice.value.LiteralNumber;
import dev.sluice.value.LiteralText;
import dev.sluice.value.NumberValue;
import dev.sluice.value.SharedCount;
import dev.sluice.value.SharedSlots;
import dev.sluice.value.TextValue;
import io.vavr.control.Option;
import java.time.Duration;

/**
 * Counts for all workers together, under keys that clients may choose: in a fixed number of places, so that memory is
 * bounded. Keys that share a place put each other out and then count from zero, so give more places than there are keys
 * in use at a time. An absent key is the empty one: what cannot be told apart counts together.
 *
 * <pre>{@code
 * SharedCounter logins = sharedCounter("logins", 4096).within(Duration.ofMinutes(1));
 * request(
 *     logins.add(clientAddress()).as("tries"),
 *     when(ref("tries").asLong().greaterThan(10)).respond(429))
 * }</pre>
 */
public record SharedCounter(SharedSlots slots) {
  public SharedCounter {
    Check.given("sharedCounter", "its places", slots);
  }

  /** A counter that never begins anew. Counters of one name are the same one, and must have as many places. */
  public static SharedCounter of(String name, int slots) {
    return new SharedCounter(new SharedSlots("counter." + Check.filled("sharedCounter", "the name", name), slots, 0));
  }

  /** The same counter, which begins anew so long after the first thing it counted for a key. */
  public SharedCounter within(Duration time) {
    return new SharedCounter(new SharedSlots(slots.name(), slots.slots(), Check.keptMillis("within", time)));
  }

  /** Counts one for a key. */
  public AddShared add(TextValue key) {
    return add(key, new LiteralNumber(1));
  }

  /** Adds this for a key; nothing where it is absent. */
  public AddShared add(TextValue key, NumberValue number) {
    return new AddShared(this, key, number, Option.none(), Lists.none());
  }

  /** Counts one where there is only one key. */
  public AddShared add() {
    return add(new LiteralText(""));
  }

  /** What it has counted for a key so far. */
  public NumberValue of(TextValue key) {
    return new SharedCount(slots, key);
  }

  /** What it has counted where there is only one key. */
  public NumberValue value() {
    return of(new LiteralText(""));
  }
}
