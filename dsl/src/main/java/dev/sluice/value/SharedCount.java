package dev.sluice.value;

import dev.sluice.abi.Bytes;
import dev.sluice.plan.Check;
import dev.sluice.plan.LongReader;
import dev.sluice.plan.Planner;
import dev.sluice.plan.Reader;
import dev.sluice.plan.Run;
import dev.sluice.plan.SharedTable;

/** What a shared counter has counted for a key so far, 0 for nothing; an absent key is the empty one. */
public record SharedCount(SharedSlots slots, TextValue key) implements NumberValue {
  public SharedCount {
    Check.given("sharedCounter", "the counter", slots);
    Check.given("sharedCounter", "the key", key);
  }

  @Override
  public boolean varies() {
    return true;
  }

  @Override
  public String describe() {
    return "count of " + slots.name() + " for " + key.describe();
  }

  @Override
  public LongReader number(Planner planner) {
    return new Count(slots, key.reader(planner));
  }

  private static final class Count extends LongReader {
    private final SharedSlots slots;
    private final Reader key;

    Count(SharedSlots slots, Reader key) {
      this.slots = slots;
      this.key = key;
    }

    @Override
    public long read(Run run) {
      Bytes wanted = key.read(run);
      Bytes asked = wanted == null ? Bytes.EMPTY : wanted;
      long now = SharedTable.now(run);
      return SharedSlots.count(SharedTable.get(run, slots.place(asked)).value(), asked, now);
    }
  }
}
