package dev.sluice.value;

import dev.sluice.abi.Bytes;
import dev.sluice.data.ByteSink;
import dev.sluice.plan.Check;
import dev.sluice.plan.Planner;
import dev.sluice.plan.Reader;
import dev.sluice.plan.Run;
import dev.sluice.value.text.ElementVisitor;
import dev.sluice.value.text.Growth;

/** The elements of a list as one text, see {@link ListValue#join}. */
public record JoinedText(ListValue list, String between) implements TextValue {
  public JoinedText {
    Check.given("join", "the list", list);
    Check.given("join", "the text between", between);
  }

  @Override
  public boolean varies() {
    return list.varies();
  }

  @Override
  public String describe() {
    return list.describe() + " joined with \"" + between + "\"";
  }

  @Override
  public Reader reader(Planner planner) {
    return new Join(list.lister(planner), Bytes.utf8(between));
  }

  /** Reads a list as one text. */
  static final class Join extends Reader {
    private final ListReader list;
    private final Bytes between;

    Join(ListReader list, Bytes between) {
      this.list = list;
      this.between = between;
    }

    @Override
    public Bytes read(Run run) {
      Joined joined = new Joined(between);
      return list.each(run, joined) && joined.any ? joined.text.bytes() : null;
    }
  }

  /** Puts elements together until they are too much. */
  private static final class Joined implements ElementVisitor {
    private final Bytes between;
    private final ByteSink text = new ByteSink(64);
    private boolean any;

    Joined(Bytes between) {
      this.between = between;
    }

    @Override
    public boolean visit(Bytes element) {
      if (any) {
        text.put(between);
      }
      any = true;
      text.put(element);
      return !Growth.isTooMuch(text.size(), 0);
    }
  }
}
