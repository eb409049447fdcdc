package dev.sluice.step;

import dev.sluice.abi.Bytes;
import dev.sluice.abi.Header;
import dev.sluice.plan.Check;
import dev.sluice.plan.HeaderOp;
import dev.sluice.plan.Lists;
import dev.sluice.plan.MapEdit;
import dev.sluice.plan.Planner;
import dev.sluice.plan.Run;
import java.util.ArrayList;
import java.util.List;

/**
 * Takes several headers out, or all but several: one hostcall that reads the whole map and, where something is to go, one
 * that writes it. Pseudo-headers always stay.
 *
 * @param which by name, by the beginning of the name, or all but these
 * @param names in lower case
 */
public record RemoveHeaders(Which which, List<String> names) implements Step {
  /** Up to so many named headers are taken out one by one, without reading the map. */
  private static final int FEW = 2;

  /** Which headers go. */
  public enum Which {
    NAMED("remove headers "),
    STARTING_WITH("remove headers that start with "),
    ALL_BUT("keep only the headers ");

    private final String words;

    Which(String words) {
      this.words = words;
    }
  }

  public RemoveHeaders {
    Check.given("removeHeaders", "which", which);
    List<String> lower = Lists.none();
    for (String name : names) {
      lower = Lists.append(lower, Check.headerName("removeHeaders", name));
    }
    names = lower;
  }

  @Override
  public String word() {
    return which == Which.ALL_BUT ? "keepHeaders" : "removeHeaders";
  }

  @Override
  public String describe() {
    return which.words + String.join(", ", names);
  }

  @Override
  public void plan(Planner planner) {
    planner.changes();
    if (which == Which.NAMED && names.size() <= FEW) {
      for (String name : names) {
        planner.emit(new HeaderOp.Remove(planner.headerCell(name)));
      }
      return;
    }
    Bytes[] wanted = new Bytes[names.size()];
    for (int i = 0; i < wanted.length; i++) {
      wanted[i] = Bytes.utf8(names.get(i));
    }
    String changes = "there is something to " + describe();
    new Remove(which, wanted).plan(planner, changes, "not (" + changes + ")");
  }

  private static final class Remove extends MapEdit {
    /**
     * What is no header to choose: it tells where the body ends (RFC 9112 section 6), or Envoy has put it there to go by
     * it (without x-forwarded-proto it finds no route).
     */
    private static final Bytes[] LASTING = {
        Bytes.utf8("content-length"), Bytes.utf8("transfer-encoding"), Bytes.utf8("x-forwarded-proto")};

    private final Which which;
    private final Bytes[] names;

    Remove(Which which, Bytes[] names) {
      this.which = which;
      this.names = names;
    }

    @Override
    public List<Header> edit(List<Header> pairs, Run run) {
      List<Header> kept = new ArrayList<>();
      for (Header pair : pairs) {
        if (stays(pair.name())) {
          kept.add(pair);
        }
      }
      return kept.size() == pairs.size() ? null : kept;
    }

    private boolean stays(Bytes name) {
      if (name.isEmpty() || name.at(0) == ':') {
        return true;
      }
      return switch (which) {
        case NAMED -> !isOneOf(name, names);
        case ALL_BUT -> isOneOf(name, names) || isOneOf(name, LASTING);
        case STARTING_WITH -> !startsWithOneOf(name);
      };
    }

    private static boolean isOneOf(Bytes name, Bytes[] names) {
      for (Bytes one : names) {
        if (name.equals(one)) {
          return true;
        }
      }
      return false;
    }

    private boolean startsWithOneOf(Bytes name) {
      for (Bytes prefix : names) {
        if (name.startsWith(prefix)) {
          return true;
        }
      }
      return false;
    }
  }
}
