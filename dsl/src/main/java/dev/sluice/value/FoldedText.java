package dev.sluice.value;

import dev.sluice.abi.Bytes;
import dev.sluice.plan.Check;
import dev.sluice.plan.Planner;
import dev.sluice.plan.Reader;

/** A text with its ASCII letters in lower case. */
public record FoldedText(TextValue value) implements TextValue {
  public FoldedText {
    Check.given("ignoringCase", "the text", value);
  }

  @Override
  public boolean ignoresCase() {
    return true;
  }

  @Override
  public String describe() {
    return value.describe() + " (ignoring case)";
  }

  @Override
  public Reader reader(Planner planner) {
    return new Folding(value.reader(planner));
  }

  private static final class Folding extends Derived {
    Folding(Reader source) {
      super(source);
    }

    @Override
    Bytes derive(Bytes text) {
      byte[] out = new byte[text.length()];
      for (int i = 0; i < out.length; i++) {
        byte b = text.at(i);
        out[i] = b >= 'A' && b <= 'Z' ? (byte) (b + 32) : b;
      }
      return Bytes.wrap(out);
    }
  }
}
