package dev.sluice.stream;

import dev.sluice.abi.Bytes;
import dev.sluice.abi.Fetched;
import dev.sluice.abi.Header;
import dev.sluice.abi.call.Hostcalls;
import dev.sluice.data.ByteSink;
import dev.sluice.data.stream.StreamReplacer;
import dev.sluice.plan.Check;
import dev.sluice.plan.Flow;
import dev.sluice.plan.Lists;
import dev.sluice.plan.Outlet;
import dev.sluice.plan.Planner;
import java.util.List;

/**
 * Puts texts in the place of others, left to right, without overlaps. Where several begin at the same place the first
 * in the list wins. Keeps less than the longest of them.
 *
 * @param pairs what is looked for, and what comes in its place
 */
public record Replace(List<Header> pairs) implements Transform {
  public Replace {
    pairs = Lists.copy(Check.given("replacing", "the list of texts", pairs));
    for (Header pair : pairs) {
      if (pair.name().isEmpty()) {
        throw new IllegalArgumentException("replacing: the text to be found is empty; give one");
      }
    }
  }

  /** One text, in UTF-8. */
  public static Replace of(String wanted, String replacement) {
    Check.given("replacing", "the text to be found", wanted);
    Check.given("replacing", "the replacement", replacement);
    return new Replace(Lists.append(Lists.none(), Header.of(wanted, replacement)));
  }

  /** This and one more text. */
  public Replace and(String wanted, String replacement) {
    return new Replace(Lists.concat(pairs, of(wanted, replacement).pairs));
  }

  @Override
  public String describe() {
    StringBuilder text = new StringBuilder("replace ");
    for (int i = 0; i < pairs.size(); i++) {
      text.append(i == 0 ? "" : ", ")
          .append('"')
          .append(pairs.get(i).name().utf8())
          .append("\" with \"")
          .append(pairs.get(i).value().utf8())
          .append('"');
    }
    return text.toString();
  }

  @Override
  public FlowMaker maker(Planner planner) {
    Bytes[] wanted = new Bytes[pairs.size()];
    Bytes[] replacements = new Bytes[pairs.size()];
    for (int i = 0; i < wanted.length; i++) {
      wanted[i] = pairs.get(i).name();
      replacements[i] = pairs.get(i).value();
    }
    // Streams of a VM take turns, so one sink is enough for all of them.
    ByteSink out = new ByteSink(0);
    return () -> new Replacing(StreamReplacer.of(wanted, replacements), out);
  }

  private static final class Replacing extends Flow {
    private static final int KEPT = 256 * 1024;

    private final StreamReplacer replacer;
    private final ByteSink out;

    Replacing(StreamReplacer replacer, ByteSink out) {
      this.replacer = replacer;
      this.out = out;
    }

    @Override
    public Bytes push(Hostcalls host, Bytes piece, boolean last) {
      boolean changed = replacer.push(Fetched.of(piece), 0, piece.length(), last, out);
      Bytes result = changed ? out.bytes() : piece;
      out.clear(KEPT);
      return result;
    }

    /** Alone it reads what the host holds in place and writes from the sink: nothing is left for the garbage collector. */
    @Override
    protected void pass(Hostcalls host, Outlet outlet, int from, int to, boolean last) {
      if (replacer.push(outlet.piece(), from, to, last, out)) {
        outlet.put(to, out.array(), out.size());
      } else {
        outlet.same(to);
      }
      out.clear(KEPT);
    }
  }
}
