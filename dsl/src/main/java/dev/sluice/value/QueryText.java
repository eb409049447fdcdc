package dev.sluice.value;

import dev.sluice.abi.Bytes;
import dev.sluice.plan.Check;
import dev.sluice.plan.Planner;
import dev.sluice.plan.Reader;

/**
 * The first parameter of this name in the request's query. Names and values are decoded as the URL Standard does it
 * (application/x-www-form-urlencoded: {@code +} is a space, {@code %41} is A); a percent sign without two hexadecimal
 * digits behind it stays as it is. A parameter without {@code =} is there and empty.
 *
 * @param asSent whether the value is given as it was sent
 */
public record QueryText(String name, boolean asSent) implements TextValue {
  public QueryText {
    Check.given("query", "the parameter name", name);
  }

  /** The value as it was sent, not decoded. The name is still looked for in decoded form. */
  public QueryText raw() {
    return new QueryText(name, true);
  }

  @Override
  public String describe() {
    return asSent ? "raw query parameter " + name : "query parameter " + name;
  }

  @Override
  public Reader reader(Planner planner) {
    return new Parameter(planner.requestAttribute(":path"), Bytes.constant(name), asSent);
  }

  private static final class Parameter extends Derived {
    private final Bytes name;
    private final boolean raw;

    Parameter(Reader source, Bytes name, boolean raw) {
      super(source);
      this.name = name;
      this.raw = raw;
    }

    @Override
    Bytes derive(Bytes target) {
      int query = target.indexOf('?', 0);
      return query < 0 ? null : QueryString.first(target.slice(query + 1, target.length()), name, raw);
    }
  }
}
