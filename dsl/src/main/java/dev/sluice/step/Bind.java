package dev.sluice.step;

import dev.sluice.plan.Check;
import dev.sluice.plan.Op;
import dev.sluice.plan.Planner;
import dev.sluice.plan.Reader;
import dev.sluice.plan.Run;
import dev.sluice.value.TextValue;

/**
 * Remembers what a value is now under a name, for the steps behind it, those of the stream's response and log included;
 * an absent value is remembered as absent. A name bound again has the newer value from then on.
 */
public record Bind(String name, TextValue value) implements Step {
  public Bind {
    Check.given("bind", "the name", name);
    Check.given("bind", "the value of " + name, value);
  }

  @Override
  public String word() {
    return "bind";
  }

  @Override
  public String describe() {
    return "bind \"" + name + "\" to " + value.describe();
  }

  @Override
  public void plan(Planner planner) {
    Reader reader = value.reader(planner);
    planner.emit(new Write(planner.bind(name), reader));
  }

  private static final class Write extends Op {
    private final int slot;
    private final Reader value;

    Write(int slot, Reader value) {
      this.slot = slot;
      this.value = value;
    }

    @Override
    public int run(Run run, int pc) {
      run.variable(slot, value.read(run));
      return pc + 1;
    }
  }
}
