package dev.sluice.step;

import dev.sluice.abi.Bytes;
import dev.sluice.plan.Check;
import dev.sluice.plan.Op;
import dev.sluice.plan.Planner;
import dev.sluice.plan.Reader;
import dev.sluice.plan.Run;
import dev.sluice.value.TextValue;

/** Puts a text in the place of the piece of a connection's data that has come; an absent one leaves it as it is. */
public record SetData(TextValue value) implements Step {
  public SetData {
    Check.given("setData", "the text", value);
  }

  @Override
  public String word() {
    return "setData";
  }

  @Override
  public String describe() {
    return "set data to " + value.describe();
  }

  @Override
  public void plan(Planner planner) {
    planner.needsData("setData");
    planner.emit(new Write(value.reader(planner)));
  }

  private static final class Write extends Op {
    private final Reader value;

    Write(Reader value) {
      this.value = value;
    }

    @Override
    public int run(Run run, int pc) {
      Bytes text = value.read(run);
      if (text != null) {
        run.body().replace(text);
      }
      return pc + 1;
    }
  }
}
