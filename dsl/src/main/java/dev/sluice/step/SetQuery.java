package dev.sluice.step;

import dev.sluice.abi.Bytes;
import dev.sluice.data.ByteSink;
import dev.sluice.data.text.Percent;
import dev.sluice.plan.Check;
import dev.sluice.plan.Planner;
import dev.sluice.plan.Reader;
import dev.sluice.plan.Run;
import dev.sluice.value.TextValue;
import io.vavr.control.Option;

/**
 * Puts one parameter in the place of all of its name in the request's query, at the end where there is none; takes them
 * out where there is no value. Name and value are percent-encoded; all other bytes of the query stay as they are. Names
 * are compared decoded, as {@link dev.sluice.value.QueryText} says.
 *
 * <pre>{@code
 * setQueryParameter("user", ref("user"))
 * removeQueryParameter("debug")
 * }</pre>
 *
 * @param value none to take the parameter out; one that is absent does the same
 */
public record SetQuery(String name, Option<TextValue> value) implements Step {
  public SetQuery {
    Check.given("setQueryParameter", "the name", name);
    Check.given("setQueryParameter", "the value of " + name, value);
  }

  /** Puts this value in the place of all. */
  public static SetQuery to(String name, TextValue value) {
    return new SetQuery(name, Option.some(Check.given("setQueryParameter", "the value of " + name, value)));
  }

  @Override
  public String word() {
    return value.isDefined() ? "setQueryParameter" : "removeQueryParameter";
  }

  @Override
  public String describe() {
    return value.isDefined()
        ? "set query parameter " + name + " to " + value.get().describe()
        : "remove query parameter " + name;
  }

  @Override
  public void plan(Planner planner) {
    Reader reader = value.isDefined() ? value.get().reader(planner) : null;
    new Put(Bytes.utf8(name), reader).plan(planner, word(), describe(), null);
  }

  private static final class Put extends TargetChange {
    private final Bytes name;
    private final Bytes encodedName;
    private final Reader value;

    Put(Bytes name, Reader value) {
      this.name = name;
      this.encodedName = Bytes.latin1(Percent.encode(name));
      this.value = value;
    }

    @Override
    Bytes of(Bytes target, Run run) {
      Bytes text = value == null ? null : value.read(run);
      int end = Targets.pathEnd(target);
      ByteSink out = new ByteSink(target.length() + 64).put(target, 0, end);
      boolean separated = false;
      boolean wanted = text != null;
      boolean found = false;
      // An empty query has no parameters, a longer one has empty ones that stay.
      boolean any = end + 1 < target.length();
      for (int from = end + 1; any && from <= target.length();) {
        int to = target.indexOf('&', from);
        to = to < 0 ? target.length() : to;
        if (!isNamed(target, from, to)) {
          out.put(separated ? '&' : '?').put(target, from, to);
          separated = true;
        } else {
          found = true;
          if (wanted) {
            parameter(out, separated, text);
            separated = true;
            wanted = false;
          }
        }
        from = to + 1;
      }
      if (wanted) {
        parameter(out, separated, text);
      }
      return wanted || found ? out.bytes() : null;
    }

    private boolean isNamed(Bytes target, int from, int to) {
      int equals = target.indexOf('=', from);
      int end = equals < 0 || equals > to ? to : equals;
      return end > from && Percent.decodeForm(target.slice(from, end)).equals(name);
    }

    private void parameter(ByteSink out, boolean separated, Bytes text) {
      out.put(separated ? '&' : '?').put(encodedName).put('=').put(Bytes.latin1(Percent.encode(text)));
    }
  }
}
