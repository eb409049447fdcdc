package dev.sluice.value;

import dev.sluice.abi.Bytes;
import dev.sluice.plan.Check;
import dev.sluice.plan.LongReader;
import dev.sluice.plan.Planner;
import dev.sluice.plan.Reader;
import dev.sluice.plan.Run;
import dev.sluice.value.text.Digits;

/** A number in decimal, see {@link NumberValue#asText}. */
public record NumberText(NumberValue value) implements TextValue {
  public NumberText {
    Check.given("asText", "the number", value);
  }

  @Override
  public boolean varies() {
    return value.varies();
  }

  @Override
  public String describe() {
    return value.describe();
  }

  @Override
  public Reader reader(Planner planner) {
    return new Decimal(value.number(planner));
  }

  private static final class Decimal extends Reader {
    private final LongReader value;

    Decimal(LongReader value) {
      this.value = value;
    }

    @Override
    public Bytes read(Run run) {
      long number = value.read(run);
      return number == LongReader.ABSENT ? null : Digits.text(number);
    }
  }
}
