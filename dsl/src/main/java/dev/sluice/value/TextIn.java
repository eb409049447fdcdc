package dev.sluice.value;

import dev.sluice.abi.Bytes;
import dev.sluice.plan.Label;
import dev.sluice.plan.Lists;
import dev.sluice.plan.Planner;
import dev.sluice.plan.Reader;
import java.util.List;

/** See {@link TextValue#in}. */
public record TextIn(TextValue value, List<String> texts) implements Condition {
  public TextIn {
    texts = Lists.copy(texts);
  }

  @Override
  public String describe() {
    return value.describe() + " is one of \"" + String.join("\", \"", texts) + "\"";
  }

  @Override
  public void jump(Planner planner, boolean wanted, Label target) {
    Bytes[] expected = new Bytes[texts.size()];
    for (int i = 0; i < expected.length; i++) {
      expected[i] = Bytes.constant(texts.get(i));
    }
    planner.emit(new Test(this, wanted, target, value.reader(planner), expected));
  }

  private static final class Test extends TextTest {
    private final Bytes[] expected;

    Test(Condition question, boolean wanted, Label target, Reader value, Bytes[] expected) {
      super(question, wanted, target, value);
      this.expected = expected;
    }

    @Override
    boolean accepts(Bytes text) {
      for (Bytes one : expected) {
        if (text.equals(one)) {
          return true;
        }
      }
      return false;
    }
  }
}
