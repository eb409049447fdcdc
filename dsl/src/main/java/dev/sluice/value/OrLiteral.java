package dev.sluice.value;

import dev.sluice.abi.Bytes;
import dev.sluice.plan.Check;
import dev.sluice.plan.Planner;
import dev.sluice.plan.Reader;
import dev.sluice.plan.Run;

/** A text, or one that the author wrote down where it is absent. */
public record OrLiteral(TextValue value, String other) implements TextValue {
  public OrLiteral {
    Check.given("orElse", "the text", value);
    Check.given("orElse", "the other text", other);
  }

  @Override
  public boolean varies() {
    return value.varies();
  }

  @Override
  public String describe() {
    return value.describe() + " or else \"" + other + "\"";
  }

  @Override
  public Reader reader(Planner planner) {
    return new Either(value.reader(planner), Bytes.utf8(other));
  }

  private static final class Either extends Reader {
    private final Reader value;
    private final Bytes other;

    Either(Reader value, Bytes other) {
      this.value = value;
      this.other = other;
    }

    @Override
    public Bytes read(Run run) {
      Bytes text = value.read(run);
      return text == null ? other : text;
    }
  }
}
