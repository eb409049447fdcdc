package dev.sluice.value;

import dev.sluice.abi.Bytes;
import dev.sluice.plan.Check;
import dev.sluice.plan.HeaderCell;
import dev.sluice.plan.HeaderOp;
import dev.sluice.plan.Planner;
import dev.sluice.plan.Reader;
import dev.sluice.plan.Run;

/** A text that the author wrote down. */
public record LiteralText(String text) implements TextValue {
  public LiteralText {
    Check.given("text", "the text", text);
  }

  @Override
  public String describe() {
    return "\"" + text + "\"";
  }

  @Override
  public Reader reader(Planner planner) {
    return new Constant(Bytes.constant(text));
  }

  @Override
  public void planSet(Planner planner, HeaderCell header) {
    planner.emit(new HeaderOp.Replace(header, Bytes.constant(text)));
  }

  @Override
  public void planAdd(Planner planner, HeaderCell header) {
    planner.emit(new HeaderOp.Add(header, Bytes.constant(text)));
  }

  private static final class Constant extends Reader {
    private final Bytes bytes;

    Constant(Bytes bytes) {
      this.bytes = bytes;
    }

    @Override
    public Bytes read(Run run) {
      return bytes;
    }
  }
}
