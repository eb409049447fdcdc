package dev.sluice.step;

import dev.sluice.abi.Bytes;
import dev.sluice.plan.Check;
import dev.sluice.plan.Label;
import dev.sluice.plan.Lists;
import dev.sluice.plan.LoadText;
import dev.sluice.plan.Op;
import dev.sluice.plan.Planner;
import dev.sluice.plan.Run;
import dev.sluice.plan.SharedTable;
import dev.sluice.plan.Way;
import dev.sluice.value.TextValue;
import java.util.List;

/**
 * Writes a value under a key of the data that all VMs of the same id share, whatever is there. A key stays for as long as
 * these VMs do, so keys are the author's; for what clients name there is a cache. An absent value writes nothing. Where
 * the proxy has no room or forbids it, its failure steps run, by default a reply with 503.
 *
 * <pre>{@code setSharedData("last-user", header("x-user"))}</pre>
 *
 * @param onFailure none for a reply with 503
 */
public record SetShared(String key, TextValue value, List<Step> onFailure) implements Step {
  public SetShared {
    Check.filled("setSharedData", "the key", key);
    Check.given("setSharedData", "the value of " + key, value);
    onFailure = Lists.copy(Check.given("setSharedData", "the list of failure steps", onFailure));
  }

  /** What happens where it is not written. Unless one of the steps answers, the pipeline goes on. */
  public SetShared onFailure(Step... steps) {
    return new SetShared(key, value, Check.some("onFailure", "step", steps));
  }

  @Override
  public String word() {
    return "setSharedData";
  }

  @Override
  public String describe() {
    return "set shared data \"" + key + "\" to " + value.describe();
  }

  @Override
  public void plan(Planner planner) {
    Label end = new Label();
    Label failed = Failures.plan(planner, onFailure, "sluice_shared_data", end);
    planner.emit(new LoadText(value.reader(planner), value.describe(), value.varies(), end));
    planner.emit(new Write(Bytes.constant(key), key, failed));
    planner.next(end);
  }

  private static final class Write extends Op {
    private final Bytes key;
    private final String name;
    private final Label failed;

    Write(Bytes key, String name, Label failed) {
      this.key = key;
      this.name = name;
      this.failed = failed;
    }

    @Override
    public int run(Run run, int pc) {
      return SharedTable.set(run, key, run.text(), 0).isOk() ? pc + 1 : failed.pc();
    }

    @Override
    public boolean varies() {
      return true;
    }

    @Override
    public List<Way> ways() {
      return List.of(Way.onward(name + " is written"), Way.to(failed, name + " cannot be written"));
    }
  }
}
