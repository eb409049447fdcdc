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
 * Puts the data of each server-sent event (WHATWG HTML section 9.2) through the author's own code, which gives the data
 * to go on in its place, or none to take the event out. An event's other fields, and comments, go on as they are. An
 * event that is larger than the limit goes on as it is, without being asked for.
 *
 * @param largest most bytes of an event
 * @param map gets an event's data, its lines joined with LF
 */
public record MapEvents(String name, int largest, Function<Bytes, Option<Bytes>> map) implements Transform {
  private static final int MOST = 1 << 20;

  public MapEvents {
    Check.given("mappingEvents", "the name", name);
    Check.given("mappingEvents", "the code", map);
    if (largest < 1 || largest > MOST) {
      throw new IllegalArgumentException("mappingEvents: events of " + Decimal.of(largest) + " bytes; give 1 to 1 MiB");
    }
  }

  @Override
  public String describe() {
    return "map events by \"" + name + "\"";
  }

  @Override
  public FlowMaker maker(Planner planner) {
    return () -> new Events(largest, map);
  }

  private static final class Events extends Flow {
    private static final Bytes DATA = Bytes.latin1("data");

    private final int largest;
    private final Function<Bytes, Option<Bytes>> map;
    /** The event so far, as it came. */
    private final ByteSink event = new ByteSink(512);
    private boolean tooLarge;
    private boolean lineIsEmpty = true;
    private boolean afterReturn;
    private boolean rewritten;

    Events(int largest, Function<Bytes, Option<Bytes>> map) {
      this.largest = largest;
      this.map = map;
    }

    @Override
    public Bytes push(Hostcalls host, Bytes piece, boolean last) {
      ByteSink out = new ByteSink(piece.length());
      for (int i = 0; i < piece.length(); i++) {
        byte b = piece.at(i);
        boolean secondOfPair = afterReturn && b == '\n';
        afterReturn = b == '\r';
        boolean end = (b == '\n' || b == '\r') && !secondOfPair;
        if (secondOfPair && event.size() == 0) {
          // Belongs to the end of the event that has gone on; a rewritten one has its end already.
          if (!rewritten) {
            out.put(b);
          }
          continue;
        }
        if (event.size() >= largest) {
          tooLarge = true;
          out.put(event.drain());
        }
        event.put(b);
        if (end && lineIsEmpty) {
          dispatch(out);
        } else if (!secondOfPair) {
          lineIsEmpty = end;
        }
      }
      if (last) {
        out.put(event.drain());
      }
      return out.bytes();
    }

    private void dispatch(ByteSink out) {
      Bytes all = event.drain();
      boolean asIs = tooLarge;
      tooLarge = false;
      lineIsEmpty = true;
      rewritten = false;
      if (asIs) {
        out.put(all);
        return;
      }
      ByteSink data = new ByteSink(all.length());
      ByteSink rest = new ByteSink(64);
      boolean any = split(all, data, rest);
      if (!any) {
        out.put(all);
        return;
      }
      rewritten = true;
      Option<Bytes> mapped = Check.given("mappingEvents", "the data that goes on", map.apply(data.bytes()));
      if (mapped.isDefined()) {
        out.put(rest.bytes());
        write(mapped.get(), out);
      }
    }

    /** Tells the lines of data from the others; false where there is none of data. */
    private static boolean split(Bytes all, ByteSink data, ByteSink rest) {
      boolean any = false;
      int from = 0;
      while (from < all.length()) {
        int end = from;
        while (end < all.length() && all.at(end) != '\n' && all.at(end) != '\r') {
          end++;
        }
        int next = end + 1 < all.length() && all.at(end) == '\r' && all.at(end + 1) == '\n' ? end + 2 : end + 1;
        Bytes line = all.slice(from, end);
        if (isData(line)) {
          if (any) {
            data.put('\n');
          }
          any = true;
          data.put(line, valueAt(line), line.length());
        } else if (!line.isEmpty()) {
          rest.put(line).put('\n');
        }
        from = next;
      }
      return any;
    }

    private static boolean isData(Bytes line) {
      return line.startsWith(DATA) && (line.length() == DATA.length() || line.at(DATA.length()) == ':');
    }

    private static int valueAt(Bytes line) {
      int at = Math.min(DATA.length() + 1, line.length());
      return at < line.length() && line.at(at) == ' ' ? at + 1 : at;
    }

    private static void write(Bytes data, ByteSink out) {
      int from = 0;
      while (from <= data.length()) {
        int end = data.indexOf('\n', from);
        int to = end < 0 ? data.length() : end;
        out.put(DATA).put(':').put(' ').put(data, from, to).put('\n');
        from = to + 1;
      }
      out.put('\n');
    }
  }
}
