package dev.sluice.value;

import dev.sluice.abi.Bytes;
import dev.sluice.plan.Check;
import dev.sluice.plan.LongReader;
import dev.sluice.plan.Planner;
import dev.sluice.plan.Run;
import dev.sluice.value.text.ElementVisitor;

/** How many elements a list has. */
public record ListCount(ListValue list) implements NumberValue {
  public ListCount {
    Check.given("count", "the list", list);
  }

  @Override
  public boolean varies() {
    return list.varies();
  }

  @Override
  public String describe() {
    return "number of " + list.describe();
  }

  @Override
  public LongReader number(Planner planner) {
    return new Count(list.lister(planner));
  }

  private static final class Count extends LongReader {
    private final ListReader list;

    Count(ListReader list) {
      this.list = list;
    }

    @Override
    public long read(Run run) {
      Counter counter = new Counter();
      list.each(run, counter);
      return counter.count;
    }
  }

  private static final class Counter implements ElementVisitor {
    private long count;

    @Override
    public boolean visit(Bytes element) {
      count++;
      return true;
    }
  }
}
