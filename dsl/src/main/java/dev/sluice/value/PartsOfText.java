package dev.sluice.value;

import dev.sluice.abi.Bytes;
import dev.sluice.plan.Check;
import dev.sluice.plan.Planner;
import dev.sluice.plan.Reader;
import dev.sluice.plan.Run;
import dev.sluice.value.text.ElementVisitor;
import dev.sluice.value.text.Splitter;

/** A text taken apart. */
public record PartsOfText(TextValue value, Splitter splitter) implements ListValue {
  public PartsOfText {
    Check.given("split", "the text", value);
    Check.given("split", "the splitter", splitter);
  }

  @Override
  public boolean varies() {
    return value.varies();
  }

  @Override
  public String describe() {
    return splitter.describe(value.describe());
  }

  @Override
  public ListReader lister(Planner planner) {
    return new Split(value.reader(planner), splitter);
  }

  private static final class Split extends ListReader {
    private final Reader source;
    private final Splitter splitter;

    Split(Reader source, Splitter splitter) {
      this.source = source;
      this.splitter = splitter;
    }

    @Override
    boolean each(Run run, ElementVisitor visitor) {
      Bytes text = source.read(run);
      return text == null || splitter.each(text, visitor);
    }
  }
}
