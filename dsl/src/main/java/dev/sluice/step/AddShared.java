package dev.sluice.step;

import dev.sluice.abi.Bytes;
import dev.sluice.abi.Fetched;
import dev.sluice.abi.SharedValue;
import dev.sluice.abi.Status;
import dev.sluice.plan.Check;
import dev.sluice.plan.Label;
import dev.sluice.plan.Lists;
import dev.sluice.plan.LongReader;
import dev.sluice.plan.Op;
import dev.sluice.plan.Planner;
import dev.sluice.plan.Reader;
import dev.sluice.plan.Run;
import dev.sluice.plan.SharedTable;
import dev.sluice.plan.Way;
import dev.sluice.value.NumberValue;
import dev.sluice.value.SharedSlots;
import dev.sluice.value.TextValue;
import dev.sluice.value.text.Digits;
import io.vavr.control.Option;
import java.util.List;

/**
 * Adds to a shared counter. Where others count in the same place at the same time it tries again, ten times at most; then,
 * and where the proxy has no room or forbids it, its failure steps run, by default a reply with 503.
 *
 * @param as the name that is bound to the new count, none for no name
 * @param onFailure none for a reply with 503
 */
public record AddShared(
    SharedCounter counter, TextValue key, NumberValue number, Option<String> as, List<Step> onFailure)
    implements
    Step {
  private static final int MOST_TRIES = 10;
  private static final int UNNAMED = -1;

  public AddShared {
    Check.given("sharedCounter.add", "the counter", counter);
    Check.given("sharedCounter.add", "the key", key);
    Check.given("sharedCounter.add", "the number", number);
    Check.given("sharedCounter.add", "the name of the count", as);
    onFailure = Lists.copy(Check.given("sharedCounter.add", "the list of failure steps", onFailure));
  }

  /** The same, with the new count bound to a name. */
  public AddShared as(String name) {
    return new AddShared(counter, key, number, Option.some(Check.filled("as", "the name", name)), onFailure);
  }

  /** What happens where it is not counted. Unless one of the steps answers, the pipeline goes on. */
  public AddShared onFailure(Step... steps) {
    return new AddShared(counter, key, number, as, Check.some("onFailure", "step", steps));
  }

  @Override
  public String word() {
    return "sharedCounter";
  }

  @Override
  public String describe() {
    return "add " + number.describe() + " to " + counter.slots().name() + " for " + key.describe()
        + (as.isDefined() ? " as \"" + as.get() + "\"" : "");
  }

  @Override
  public void plan(Planner planner) {
    Label end = new Label();
    Label failed = Failures.plan(planner, onFailure, "sluice_shared_data", end);
    Reader reader = key.reader(planner);
    LongReader amount = number.number(planner);
    int slot = as.isDefined() ? planner.bind(as.get()) : UNNAMED;
    planner.emit(new Add(this, reader, amount, slot, failed));
    planner.next(end);
  }

  private static final class Add extends Op {
    private final SharedSlots slots;
    private final String what;
    private final Reader key;
    private final LongReader number;
    private final int slot;
    private final Label failed;

    Add(AddShared step, Reader key, LongReader number, int slot, Label failed) {
      this.slots = step.counter.slots();
      this.what = step.counter.slots().name();
      this.key = key;
      this.number = number;
      this.slot = slot;
      this.failed = failed;
    }

    /** Writes also where nothing is added: how many hostcalls it makes depends on no value. */
    @Override
    public int run(Run run, int pc) {
      Bytes wanted = key.read(run);
      Bytes of = wanted == null ? Bytes.EMPTY : wanted;
      long by = number.read(run);
      long now = SharedTable.now(run);
      Bytes place = slots.place(of);
      for (int i = 0; i < MOST_TRIES; i++) {
        SharedValue there = SharedTable.get(run, place);
        long count = sum(SharedSlots.count(there.value(), of, now), by == LongReader.ABSENT ? 0 : by);
        Bytes digits = Digits.text(count);
        Status status = SharedTable.set(run, place, entry(there.value(), of, digits, now),
            SharedTable.compared(there, i));
        if (status.isOk()) {
          if (slot != UNNAMED) {
            run.variable(slot, digits);
          }
          return pc + 1;
        }
        if (status != Status.CAS_MISMATCH) {
          break;
        }
      }
      return failed.pc();
    }

    /** A count that has begun keeps the time at which it ends. */
    private Bytes entry(Fetched there, Bytes key, Bytes digits, long now) {
      return SharedSlots.value(there, key, now) == null
          ? slots.entry(key, digits, now)
          : slots.entryUntil(key, digits, SharedSlots.until(there.bytes()));
    }

    /** Stays at the largest and smallest number there are instead of beginning anew at the other end. */
    private static long sum(long a, long b) {
      long sum = a + b;
      boolean over = (a ^ sum) < 0 && (b ^ sum) < 0;
      if (over) {
        return a < 0 ? -Long.MAX_VALUE : Long.MAX_VALUE;
      }
      return sum == Long.MIN_VALUE ? -Long.MAX_VALUE : sum;
    }

    @Override
    public boolean varies() {
      return true;
    }

    @Override
    public List<Way> ways() {
      return List.of(Way.onward(what + " counts"), Way.to(failed, what + " cannot count"));
    }
  }
}
