package dev.sluice.value;

import dev.sluice.abi.Bytes;
import dev.sluice.plan.Check;
import dev.sluice.plan.Label;
import dev.sluice.plan.Planner;
import dev.sluice.plan.Reader;
import dev.sluice.plan.Run;

/** See {@link TextValue#in(ListValue)}. */
public record InList(TextValue value, ListValue list) implements Condition {
  public InList {
    Check.given("in", "the text", value);
    Check.given("in", "the list", list);
  }

  @Override
  public boolean varies() {
    return value.varies() || list.varies();
  }

  @Override
  public String describe() {
    return value.describe() + " is one of the " + list.describe();
  }

  @Override
  public void jump(Planner planner, boolean wanted, Label target) {
    Reader reader = value.reader(planner);
    planner.emit(new Test(this, wanted, target, reader, list.lister(planner)));
  }

  private static final class Test extends TestOp {
    private final Reader value;
    private final ListReader list;

    Test(InList question, boolean wanted, Label target, Reader value, ListReader list) {
      super(question, wanted, target);
      this.value = value;
      this.list = list;
    }

    /** Asks the list also where the value is absent: how many hostcalls an op makes depends on no value. */
    @Override
    boolean holds(Run run) {
      Bytes text = value.read(run);
      return !list.each(run, element -> !element.equals(text)) && text != null;
    }
  }
}
