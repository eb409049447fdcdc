package dev.sluice.step;

import dev.sluice.abi.Bytes;
import dev.sluice.data.ByteSink;
import dev.sluice.plan.Check;
import dev.sluice.plan.Planner;
import dev.sluice.plan.Reader;
import dev.sluice.plan.Run;
import dev.sluice.value.LiteralText;
import dev.sluice.value.TextValue;

/**
 * Puts another path in the place of the request's; the query stays. What a path cannot have (a question mark, white
 * space) is percent-encoded; a slash is a slash, so encode what clients have a say in. A path that does not begin with a
 * slash, or has a segment {@code .} or {@code ..}, is refused with 400. An absent one leaves the request's as it is.
 *
 * <pre>{@code
 * setPath("/maintenance")
 * setPath(template("/tenants/{}/items", header("x-tenant").encodePercent()))
 * }</pre>
 */
public record SetPath(TextValue path) implements Step {
  public SetPath {
    Check.given("setPath", "the path", path);
  }

  /** To a path that the author wrote down. */
  public static SetPath of(String path) {
    return new SetPath(new LiteralText(Targets.checked("setPath", path)));
  }

  @Override
  public String word() {
    return "setPath";
  }

  @Override
  public String describe() {
    return "set path to " + path.describe();
  }

  @Override
  public void plan(Planner planner) {
    new Put(path, path.reader(planner)).plan(planner, "setPath", describe(), "illegal path");
  }

  private static final class Put extends TargetChange {
    private final TextValue source;
    private final Reader path;

    Put(TextValue source, Reader path) {
      this.source = source;
      this.path = path;
    }

    @Override
    boolean varies() {
      return source.varies();
    }

    @Override
    Bytes of(Bytes target, Run run) {
      Bytes text = path.read(run);
      if (text == null) {
        return null;
      }
      Bytes legal = Targets.legalPath(text);
      return legal == null
          ? REFUSED
          : new ByteSink(target.length()).put(legal).put(target, Targets.pathEnd(target), target.length()).bytes();
    }
  }
}
