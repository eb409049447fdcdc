package dev.sluice.step;

import dev.sluice.abi.Bytes;
import dev.sluice.plan.Check;
import dev.sluice.plan.Label;
import dev.sluice.plan.LoadValues;
import dev.sluice.plan.Op;
import dev.sluice.plan.Planner;
import dev.sluice.plan.Reader;
import dev.sluice.plan.Run;
import dev.sluice.plan.SharedTable;
import dev.sluice.plan.Way;
import dev.sluice.value.SharedSlots;
import dev.sluice.value.TextValue;
import java.util.List;

/** See {@link Cache#put(TextValue, TextValue)}. */
public record PutCache(Cache cache, TextValue key, TextValue value) implements Step {
  public PutCache {
    Check.given("cache.put", "the cache", cache);
    Check.given("cache.put", "the key", key);
    Check.given("cache.put", "the value", value);
  }

  @Override
  public String word() {
    return "cache";
  }

  @Override
  public String describe() {
    return "put " + value.describe() + " for " + key.describe() + " into " + cache.slots().name();
  }

  @Override
  public void plan(Planner planner) {
    Label end = new Label();
    Reader[] readers = {key.reader(planner), value.reader(planner)};
    planner.emit(new LoadValues(readers, 0, describe(), null));
    planner.emit(new Fits(this, end));
    planner.emit(new Put(cache.slots()));
    planner.next(end);
  }

  private static final class Fits extends Op {
    private final PutCache step;
    private final Label end;

    Fits(PutCache step, Label end) {
      this.step = step;
      this.end = end;
    }

    @Override
    public int run(Run run, int pc) {
      Bytes key = run.loaded()[0];
      Bytes value = run.loaded()[1];
      return key != null && value != null && value.length() <= step.cache.largest() ? pc + 1 : end.pc();
    }

    @Override
    public boolean varies() {
      return step.key.varies() || step.value.varies();
    }

    @Override
    public List<Way> ways() {
      String what = step.value.describe() + " for " + step.key.describe();
      return List.of(
          Way.onward(what + " can be kept"),
          Way.to(end, what + " is absent or too large to be kept"));
    }
  }

  private static final class Put extends Op {
    private final SharedSlots slots;

    Put(SharedSlots slots) {
      this.slots = slots;
    }

    @Override
    public int run(Run run, int pc) {
      Bytes key = run.loaded(0);
      Bytes entry = slots.entry(key, run.loaded(1), SharedTable.now(run));
      // Where there is no room the next one who asks finds nothing, as if the place had been taken.
      SharedTable.set(run, slots.place(key), entry, 0);
      return pc + 1;
    }
  }
}
