package dev.sluice.value;

import dev.sluice.abi.Bytes;
import dev.sluice.plan.Planner;
import dev.sluice.plan.Reader;
import dev.sluice.value.text.TextMapping;

/** The request's query without the question mark, as it was sent; absent where there is no question mark. */
public record QueryString() implements TextValue {
  @Override
  public String describe() {
    return "query";
  }

  @Override
  public Reader reader(Planner planner) {
    return new Derived(planner.requestAttribute(":path"), new BehindPath());
  }

  /** The query of a request's target. */
  private record BehindPath() implements TextMapping {
    @Override
    public Bytes of(Bytes target) {
      int query = target.indexOf('?', 0);
      return query < 0 ? null : target.slice(query + 1, target.length());
    }
  }
}
