package dev.sluice.stream;

import dev.sluice.abi.Bytes;
import dev.sluice.abi.Decimal;
import dev.sluice.abi.call.Hostcalls;
import dev.sluice.data.ByteSink;
import dev.sluice.plan.Check;
import dev.sluice.plan.Flow;
import dev.sluice.plan.Planner;
import io.vavr.control.Option;
import java.util.function.Function;

/**
 * Puts each line through the author's own code, which gives the line to go on in its place or none. A line ends with LF
 * or CR LF, and keeps its end. One that is longer than the limit goes on as it is, in pieces, without being asked for.
 *
 * @param longest most bytes of a line
 * @param map gets a line without its end
 */
public record MapLines(String name, int longest, Function<Bytes, Option<Bytes>> map) implements Transform {
  private static final int MOST = 1 << 20;

  public MapLines {
    Check.given("mappingLines", "the name", name);
    Check.given("mappingLines", "the code", map);
    if (longest < 1 || longest > MOST) {
      throw new IllegalArgumentException("mappingLines: lines of " + Decimal.of(longest) + " bytes; give 1 to 1 MiB");
    }
  }

  @Override
  public String describe() {
    return "map lines by \"" + name + "\"";
  }

  @Override
  public FlowMaker maker(Planner planner) {
    return () -> new Lines(longest, map);
  }

  private static final class Lines extends Flow {
    private static final Bytes LF = Bytes.latin1("\n");
    private static final Bytes CR_LF = Bytes.latin1("\r\n");

    private final int longest;
    private final Function<Bytes, Option<Bytes>> map;
    private final ByteSink line = new ByteSink(256);
    private boolean tooLong;

    Lines(int longest, Function<Bytes, Option<Bytes>> map) {
      this.longest = longest;
      this.map = map;
    }

    @Override
    public Bytes push(Hostcalls host, Bytes piece, boolean last) {
      ByteSink out = new ByteSink(piece.length());
      for (int i = 0; i < piece.length(); i++) {
        byte b = piece.at(i);
        if (b == '\n') {
          end(out, true);
          continue;
        }
        // One more than the longest, for the CR of a CR LF.
        if (line.size() > longest) {
          tooLong = true;
          out.put(line.drain());
        }
        line.put(b);
      }
      if (last && line.size() > 0) {
        end(out, false);
      }
      return out.bytes();
    }

    private void end(ByteSink out, boolean closed) {
      Bytes all = line.drain();
      boolean carriage = closed && all.length() > 0 && all.at(all.length() - 1) == '\r';
      Option<Bytes> mapped = Option.some(all);
      if (!tooLong) {
        Bytes text = carriage ? all.slice(0, all.length() - 1) : all;
        mapped = Check.given("mappingLines", "the line that goes on", map.apply(text));
      }
      if (mapped.isDefined()) {
        out.put(mapped.get());
        if (closed) {
          out.put(carriage && !tooLong ? CR_LF : LF);
        }
      }
      tooLong = false;
    }
  }
}
