package dev.sluice.value;

import dev.sluice.abi.Bytes;
import dev.sluice.plan.Check;
import dev.sluice.plan.KeptCell;
import dev.sluice.plan.Label;
import dev.sluice.plan.Lists;
import dev.sluice.plan.Op;
import dev.sluice.plan.Planner;
import dev.sluice.plan.Reader;
import dev.sluice.plan.Run;
import java.util.List;

/** The first of several texts that is there; those behind it are not read. */
public record FirstPresent(List<TextValue> values) implements TextValue {
  public FirstPresent {
    values = Lists.copy(values);
  }

  @Override
  public TextValue orElse(TextValue other) {
    return new FirstPresent(Lists.append(values, Check.given("orElse", "the other text", other)));
  }

  @Override
  public boolean varies() {
    for (int i = 0; i < values.size(); i++) {
      if (values.get(i).varies()) {
        return true;
      }
    }
    return false;
  }

  @Override
  public String describe() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < values.size(); i++) {
      text.append(i == 0 ? "" : " or else ").append(values.get(i).describe());
    }
    return text.toString();
  }

  /** Asks each of them in an op of its own, so that an explanation knows which are read. */
  @Override
  public Reader reader(Planner planner) {
    KeptCell found = planner.kept();
    Label there = new Label();
    for (int i = 0; i < values.size(); i++) {
      TextValue value = values.get(i);
      Reader reader = value.reader(planner);
      boolean last = i == values.size() - 1;
      planner.emit(last ? new Keep(reader, found) : new Ask(new Absent(value), there, reader, found));
    }
    there.plan(planner);
    return found;
  }

  /** Keeps a text and goes on where there is one. */
  private static final class Ask extends TestOp {
    private final Reader value;
    private final KeptCell found;

    Ask(Condition absent, Label there, Reader value, KeptCell found) {
      super(absent, false, there);
      this.value = value;
      this.found = found;
    }

    @Override
    boolean holds(Run run) {
      Bytes text = value.read(run);
      found.keep(run, text);
      return text == null;
    }
  }

  /** Keeps the last of the texts. */
  private static final class Keep extends Op {
    private final Reader value;
    private final KeptCell found;

    Keep(Reader value, KeptCell found) {
      this.value = value;
      this.found = found;
    }

    @Override
    public int run(Run run, int pc) {
      found.keep(run, value.read(run));
      return pc + 1;
    }
  }
}
