package dev.sluice.value;

import dev.sluice.abi.Bytes;
import dev.sluice.plan.Check;
import dev.sluice.plan.Planner;
import dev.sluice.plan.Reader;
import dev.sluice.plan.Run;
import dev.sluice.plan.SharedTable;

/** What a cache has for a key, absent where it has nothing, or nothing any more; also for an absent key. */
public record CachedText(SharedSlots slots, TextValue key) implements TextValue {
  public CachedText {
    Check.given("cache", "the cache", slots);
    Check.given("cache.get", "the key", key);
  }

  @Override
  public boolean varies() {
    return true;
  }

  @Override
  public String describe() {
    return key.describe() + " in cache " + slots.name();
  }

  @Override
  public Reader reader(Planner planner) {
    return new Cached(slots, key.reader(planner));
  }

  private static final class Cached extends Reader {
    private final SharedSlots slots;
    private final Reader key;

    Cached(SharedSlots slots, Reader key) {
      this.slots = slots;
      this.key = key;
    }

    /** Asks the host for an absent key too: how many hostcalls a reader makes depends on no value. */
    @Override
    public Bytes read(Run run) {
      Bytes wanted = key.read(run);
      Bytes asked = wanted == null ? Bytes.EMPTY : wanted;
      long now = SharedTable.now(run);
      Bytes found = SharedSlots.value(SharedTable.get(run, slots.place(asked)).value(), asked, now);
      return wanted == null ? null : found;
    }
  }
}
