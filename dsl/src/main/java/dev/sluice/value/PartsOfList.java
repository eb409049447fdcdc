package dev.sluice.value;

import dev.sluice.plan.Check;
import dev.sluice.plan.Planner;
import dev.sluice.plan.Run;
import dev.sluice.value.text.ElementVisitor;
import dev.sluice.value.text.Splitter;

/** Each element of a list taken apart, as one list. */
public record PartsOfList(ListValue list, Splitter splitter) implements ListValue {
  public PartsOfList {
    Check.given("split", "the list", list);
    Check.given("split", "the splitter", splitter);
  }

  @Override
  public boolean varies() {
    return list.varies();
  }

  @Override
  public String describe() {
    return splitter.describe(list.describe());
  }

  @Override
  public ListReader lister(Planner planner) {
    return new Split(list.lister(planner), splitter);
  }

  private static final class Split extends ListReader {
    private final ListReader source;
    private final Splitter splitter;

    Split(ListReader source, Splitter splitter) {
      this.source = source;
      this.splitter = splitter;
    }

    @Override
    boolean each(Run run, ElementVisitor visitor) {
      return source.each(run, element -> splitter.each(element, visitor));
    }
  }
}
