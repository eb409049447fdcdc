package dev.sluice.value;

import dev.sluice.plan.Check;
import dev.sluice.plan.Planner;
import dev.sluice.plan.Reader;
import dev.sluice.value.text.Letters;
import dev.sluice.value.text.TextFunction;

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
  public boolean varies() {
    return value.varies();
  }

  /** What is made of a text that ignores case ignores it as well, and so does what stands in its place. */
  @Override
  public TextValue made(TextFunction function) {
    return new FoldedText(new MadeText(this, function));
  }

  @Override
  public TextValue orElse(String other) {
    return new FoldedText(value.orElse(other));
  }

  @Override
  public TextValue orElse(TextValue other) {
    return new FoldedText(value.orElse(other));
  }

  @Override
  public String describe() {
    return value.describe() + " (ignoring case)";
  }

  @Override
  public Reader reader(Planner planner) {
    return new Derived(value.reader(planner), new Letters.LowerCase());
  }
}
