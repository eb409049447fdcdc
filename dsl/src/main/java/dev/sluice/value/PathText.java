package dev.sluice.value;

import dev.sluice.abi.Bytes;
import dev.sluice.plan.Planner;
import dev.sluice.plan.Reader;

/**
 * The request's path without its query, as it was sent: neither percent-decoded nor normalized (have the proxy do that,
 * in Envoy {@code normalize_path}, where the path decides on access).
 */
public record PathText() implements TextValue {
  @Override
  public String describe() {
    return "path";
  }

  @Override
  public Reader reader(Planner planner) {
    return new BeforeQuery(planner.requestAttribute(":path"));
  }

  private static final class BeforeQuery extends Derived {
    BeforeQuery(Reader source) {
      super(source);
    }

    @Override
    Bytes derive(Bytes target) {
      int query = target.indexOf('?', 0);
      return query < 0 ? target : target.slice(0, query);
    }
  }
}
