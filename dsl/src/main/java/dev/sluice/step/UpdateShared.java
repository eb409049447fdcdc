package dev.sluice.step;

import dev.sluice.abi.Bytes;
import dev.sluice.abi.SharedValue;
import dev.sluice.abi.Status;
import dev.sluice.plan.Check;
import dev.sluice.plan.Label;
import dev.sluice.plan.Lists;
import dev.sluice.plan.Op;
import dev.sluice.plan.Planner;
import dev.sluice.plan.Reader;
import dev.sluice.plan.Run;
import dev.sluice.plan.SharedTable;
import dev.sluice.plan.Way;
import dev.sluice.value.TextValue;
import java.util.List;

/**
 * Changes a value of shared data by what it was: what is there is bound to a name, the new value is made with it and
 * written if nobody else has written meanwhile, else all is done again, ten times at most. Then, and where the proxy has
 * no room or forbids it, its failure steps run, by default a reply with 503. A new value that is absent leaves what is
 * there.
 *
 * <pre>{@code
 * updateSharedData("total", "before", ref("before").asLong().orElse(0).plus(query("n").asLong()).asText())
 * }</pre>
 *
 * @param old the name that is bound to what was there, absent where nothing was
 * @param onFailure none for a reply with 503
 */
public record UpdateShared(String key, String old, TextValue value, List<Step> onFailure) implements Step {
  private static final int MOST_TRIES = 10;

  public UpdateShared {
    Check.filled("updateSharedData", "the key", key);
    Check.filled("updateSharedData", "the name of the old value", old);
    Check.given("updateSharedData", "the new value of " + key, value);
    onFailure = Lists.copy(Check.given("updateSharedData", "the list of failure steps", onFailure));
  }

  /** What happens where it is not changed. Unless one of the steps answers, the pipeline goes on. */
  public UpdateShared onFailure(Step... steps) {
    return new UpdateShared(key, old, value, Check.some("onFailure", "step", steps));
  }

  @Override
  public String word() {
    return "updateSharedData";
  }

  @Override
  public String describe() {
    return "update shared data \"" + key + "\" from \"" + old + "\" to " + value.describe();
  }

  @Override
  public void plan(Planner planner) {
    Label end = new Label();
    Label failed = Failures.plan(planner, onFailure, "sluice_shared_data", end);
    int slot = planner.bind(old);
    Reader reader = value.reader(planner);
    Change change = new Change(Bytes.constant(key), slot, reader);
    planner.emit(new Make(this, change, end));
    planner.emit(new Write(this, change, failed));
    planner.next(end);
  }

  /** Reads what is there and makes the new value out of it. */
  private static final class Change {
    private final Bytes key;
    private final int slot;
    private final Reader value;

    Change(Bytes key, int slot, Reader value) {
      this.key = key;
      this.slot = slot;
      this.value = value;
    }

    /** The new value, null where there is none; what it is to be compared with is the run's number. */
    Bytes make(Run run, int tries) {
      SharedValue there = SharedTable.get(run, key);
      run.variable(slot, there.value().isOk() ? there.value().bytes() : null);
      run.number(SharedTable.compared(there, tries));
      return value.read(run);
    }
  }

  private static final class Make extends Op {
    private final UpdateShared step;
    private final Change change;
    private final Label end;

    Make(UpdateShared step, Change change, Label end) {
      this.step = step;
      this.change = change;
      this.end = end;
    }

    @Override
    public int run(Run run, int pc) {
      Bytes made = change.make(run, 0);
      if (made == null) {
        return end.pc();
      }
      run.text(made);
      return pc + 1;
    }

    @Override
    public boolean varies() {
      return true;
    }

    @Override
    public List<Way> ways() {
      return List.of(
          Way.onward("there is a new value for " + step.key),
          Way.to(end, "there is no new value for " + step.key));
    }
  }

  private static final class Write extends Op {
    private final UpdateShared step;
    private final Change change;
    private final Label failed;

    Write(UpdateShared step, Change change, Label failed) {
      this.step = step;
      this.change = change;
      this.failed = failed;
    }

    @Override
    public int run(Run run, int pc) {
      Bytes made = run.text();
      for (int i = 1; made != null; i++) {
        Status status = SharedTable.set(run, change.key, made, (int) run.number());
        if (status != Status.CAS_MISMATCH || i == MOST_TRIES) {
          return status.isOk() ? pc + 1 : failed.pc();
        }
        made = change.make(run, i);
      }
      return pc + 1;
    }

    @Override
    public boolean varies() {
      return true;
    }

    @Override
    public List<Way> ways() {
      return List.of(Way.onward(step.key + " is changed"), Way.to(failed, step.key + " cannot be changed"));
    }
  }
}
