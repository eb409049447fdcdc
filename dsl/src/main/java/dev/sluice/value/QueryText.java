package dev.sluice.value;

import dev.sluice.abi.Bytes;
import dev.sluice.plan.Check;
import dev.sluice.plan.Planner;
import dev.sluice.plan.Reader;
import dev.sluice.value.text.Form;
import dev.sluice.value.text.TextMapping;

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
    return new Derived(planner.requestAttribute(":path"), new Parameter(Bytes.utf8(name), asSent));
  }

  /** The value of a parameter in a request's target. */
  private record Parameter(Bytes name, boolean raw) implements TextMapping {
    @Override
    public Bytes of(Bytes target) {
      int query = target.indexOf('?', 0);
      return query < 0 ? null : Form.first(target.slice(query + 1, target.length()), name, raw);
    }
  }
}
