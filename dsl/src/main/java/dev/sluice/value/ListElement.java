package dev.sluice.value;

import dev.sluice.abi.Bytes;
import dev.sluice.plan.Check;
import dev.sluice.plan.Planner;
import dev.sluice.plan.Reader;
import dev.sluice.plan.Run;
import dev.sluice.value.text.ElementVisitor;

/**
 * One element of a list, absent where the list has fewer.
 *
 * @param index counted from 0, {@link #LAST} for the last one
 */
public record ListElement(ListValue list, int index) implements TextValue {
  public static final int LAST = -1;

  public ListElement {
    Check.given("at", "the list", list);
  }

  @Override
  public boolean varies() {
    return list.varies();
  }

  @Override
  public String describe() {
    return (index == LAST ? "last" : "number " + index) + " of " + list.describe();
  }

  @Override
  public Reader reader(Planner planner) {
    return new Pick(list.lister(planner), index);
  }

  private static final class Pick extends Reader {
    private final ListReader list;
    private final int index;

    Pick(ListReader list, int index) {
      this.list = list;
      this.index = index;
    }

    @Override
    public Bytes read(Run run) {
      Picked picked = new Picked(index);
      boolean ended = list.each(run, picked);
      return index == LAST || !ended ? picked.latest : null;
    }
  }

  /** Counts up to the wanted element. */
  private static final class Picked implements ElementVisitor {
    private int left;
    private Bytes latest;

    Picked(int index) {
      left = index;
    }

    @Override
    public boolean visit(Bytes element) {
      latest = element;
      return left-- != 0;
    }
  }
}
