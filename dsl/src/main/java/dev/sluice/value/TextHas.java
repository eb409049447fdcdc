package dev.sluice.value;

import dev.sluice.abi.Bytes;
import dev.sluice.plan.Label;
import dev.sluice.plan.Planner;
import dev.sluice.plan.Reader;

/** See {@link TextValue#startsWith}, {@link TextValue#endsWith}, {@link TextValue#contains}. */
public record TextHas(TextValue value, Where where, String part) implements Condition {

  /** Where in the text the part is looked for. */
  public enum Where {
    START("starts with"),
    END("ends with"),
    ANYWHERE("contains");

    private final String words;

    Where(String words) {
      this.words = words;
    }
  }

  @Override
  public String describe() {
    return value.describe() + " " + where.words + " \"" + part + "\"";
  }

  @Override
  public void jump(Planner planner, boolean wanted, Label target) {
    planner.emit(new Test(this, wanted, target, value.reader(planner)));
  }

  private static final class Test extends TextTest {
    private final Where where;
    private final Bytes part;

    Test(TextHas question, boolean wanted, Label target, Reader value) {
      super(question, wanted, target, value);
      this.where = question.where;
      this.part = Bytes.constant(question.part);
    }

    @Override
    boolean accepts(Bytes text) {
      if (where == Where.START) {
        return text.startsWith(part);
      }
      return where == Where.END ? text.endsWith(part) : text.indexOf(part, 0) >= 0;
    }
  }
}
