package dev.sluice.value;

import dev.sluice.abi.Bytes;
import dev.sluice.plan.Check;
import dev.sluice.plan.LongReader;
import dev.sluice.plan.Planner;
import dev.sluice.plan.Reader;
import dev.sluice.plan.Run;
import dev.sluice.value.text.NumberFunction;

/** A number read out of a text; absent where that is, or where it holds none. */
public record TextNumber(TextValue value, NumberFunction function) implements NumberValue {
  public TextNumber {
    Check.given("number", "the text", value);
    Check.given("number", "the function", function);
  }

  @Override
  public boolean varies() {
    return value.varies();
  }

  @Override
  public String describe() {
    return function.describe(value.describe());
  }

  @Override
  public LongReader number(Planner planner) {
    return new Read(value.reader(planner), function);
  }

  private static final class Read extends LongReader {
    private final Reader text;
    private final NumberFunction function;

    Read(Reader text, NumberFunction function) {
      this.text = text;
      this.function = function;
    }

    @Override
    public long read(Run run) {
      Bytes bytes = text.read(run);
      return bytes == null ? ABSENT : function.of(bytes);
    }
  }
}
