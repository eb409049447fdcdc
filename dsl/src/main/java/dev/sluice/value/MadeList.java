package dev.sluice.value;

import dev.sluice.abi.Bytes;
import dev.sluice.plan.Check;
import dev.sluice.plan.Planner;
import dev.sluice.plan.Run;
import dev.sluice.value.text.ElementVisitor;
import dev.sluice.value.text.TextFunction;

/** A list with something made of each element; those of which nothing can be made are left out. */
public record MadeList(ListValue list, TextFunction function) implements ListValue {
  public MadeList {
    Check.given("list", "the list", list);
    Check.given("list", "the function", function);
  }

  @Override
  public boolean varies() {
    return list.varies();
  }

  @Override
  public String describe() {
    return function.describe(list.describe());
  }

  @Override
  public ListReader lister(Planner planner) {
    return new Made(list.lister(planner), function);
  }

  private static final class Made extends ListReader {
    private final ListReader source;
    private final TextFunction function;

    Made(ListReader source, TextFunction function) {
      this.source = source;
      this.function = function;
    }

    @Override
    boolean each(Run run, ElementVisitor visitor) {
      return source.each(run, element -> {
        Bytes made = function.of(element);
        return made == null || visitor.visit(made);
      });
    }
  }
}
