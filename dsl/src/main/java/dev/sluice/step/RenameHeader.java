package dev.sluice.step;

import dev.sluice.abi.Bytes;
import dev.sluice.abi.Header;
import dev.sluice.plan.Check;
import dev.sluice.plan.MapEdit;
import dev.sluice.plan.Planner;
import dev.sluice.plan.Run;
import java.util.ArrayList;
import java.util.List;

/**
 * Gives all values of one header to another, which then has these and no others: none where the first one is absent, so
 * that what a client sent under the new name never stays.
 *
 * <pre>{@code renameHeader("x-forwarded-user", "x-user")}</pre>
 */
public record RenameHeader(String from, String to) implements Step {
  public RenameHeader {
    from = Check.headerName("renameHeader", from);
    to = Check.headerName("renameHeader", to);
    if (from.equals(to)) {
      throw new IllegalArgumentException("renameHeader: both names are " + from + "; give another one");
    }
  }

  @Override
  public String word() {
    return "renameHeader";
  }

  @Override
  public String describe() {
    return "rename header " + from + " to " + to;
  }

  @Override
  public void plan(Planner planner) {
    planner.changes();
    new Rename(Bytes.utf8(from), Bytes.utf8(to))
        .plan(planner, from + " or " + to + " is there", "neither " + from + " nor " + to + " is there");
  }

  private static final class Rename extends MapEdit {
    private final Bytes from;
    private final Bytes to;

    Rename(Bytes from, Bytes to) {
      this.from = from;
      this.to = to;
    }

    @Override
    public List<Header> edit(List<Header> pairs, Run run) {
      List<Header> out = new ArrayList<>();
      boolean changes = false;
      for (Header pair : pairs) {
        boolean renamed = pair.name().equals(from);
        boolean dropped = pair.name().equals(to);
        changes |= renamed || dropped;
        if (!dropped) {
          out.add(renamed ? new Header(to, pair.value()) : pair);
        }
      }
      return changes ? out : null;
    }
  }
}
