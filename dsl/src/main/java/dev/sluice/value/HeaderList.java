package dev.sluice.value;

import dev.sluice.abi.Bytes;
import dev.sluice.plan.Check;
import dev.sluice.plan.Planner;
import dev.sluice.plan.Run;
import dev.sluice.value.text.ElementVisitor;

/** All values of a header, one for each time it was sent, of the same message as that of {@link HeaderText}. */
public record HeaderList(String name) implements ListValue {
  public HeaderList {
    name = Check.fieldName("headerValues", name);
  }

  @Override
  public String describe() {
    return "values of header " + name;
  }

  @Override
  public ListReader lister(Planner planner) {
    return new Values(planner.headerCell(name).key());
  }

  /** Goes through the header map as it is. */
  static final class Values extends ListReader {
    private final Bytes name;

    Values(Bytes name) {
      this.name = name;
    }

    @Override
    boolean each(Run run, ElementVisitor visitor) {
      return run.pairs().forEachValue(name, visitor::visit);
    }
  }
}
