package dev.sluice.data.stream;

import dev.sluice.abi.Bytes;
import dev.sluice.data.ByteSink;

/**
 * Server-sent events out of chunks (WHATWG HTML section 9.2.6). Events beyond the limit are left out and counted; one
 * that is unfinished at the end of the stream is dropped, as the specification says.
 */
public final class EventStream {
  /** Takes events. */
  public interface Events {
    /** An event: its type, {@code message} where it has none, its data, and the last id that was set. */
    void event(Bytes type, Bytes data, Bytes id);
  }

  private static final Bytes MESSAGE = Bytes.latin1("message");
  private static final Bytes MARK = Bytes.utf8("\ufeff");

  private final int limit;
  private final Events events;
  private final LineSplitter lines;
  private final ByteSink data = new ByteSink(256);
  private Bytes type = Bytes.EMPTY;
  private Bytes id = Bytes.EMPTY;
  private boolean first = true;
  private boolean tooLarge;
  private long leftOut;

  /** Events whose data has at most {@code limit} bytes; so have their lines. */
  public EventStream(int limit, Events events) {
    this.limit = limit;
    this.events = events;
    lines = new LineSplitter(limit + 16, this::line);
  }

  public void push(Bytes chunk) {
    lines.push(chunk);
  }

  /** How many events were beyond the limit. */
  public long leftOut() {
    return leftOut;
  }

  private void line(Bytes given, boolean whole) {
    Bytes line = first && given.startsWith(MARK) ? given.slice(MARK.length(), given.length()) : given;
    first = false;
    tooLarge |= !whole;
    if (line.isEmpty() && whole) {
      dispatch();
      return;
    }
    int colon = line.indexOf(':', 0);
    int nameEnd = colon < 0 ? line.length() : colon;
    int from = Math.min(nameEnd + 1, line.length());
    if (from < line.length() && line.at(from) == ' ') {
      from++;
    }
    if (isName(line, nameEnd, "data")) {
      if (data.size() + line.length() - from + 1 > (long) limit + 1) {
        tooLarge = true;
      } else {
        data.put(line, from, line.length()).put('\n');
      }
    } else if (isName(line, nameEnd, "event")) {
      type = line.slice(from, line.length());
    } else if (isName(line, nameEnd, "id") && line.indexOf(0, from) < 0) {
      id = line.slice(from, line.length());
    }
  }

  private void dispatch() {
    Bytes all = data.drain();
    Bytes name = type.isEmpty() ? MESSAGE : type;
    boolean dropped = tooLarge;
    type = Bytes.EMPTY;
    tooLarge = false;
    if (dropped) {
      leftOut++;
    } else if (!all.isEmpty()) {
      events.event(name, all.slice(0, all.length() - 1), id);
    }
  }

  private static boolean isName(Bytes line, int end, String name) {
    if (end != name.length()) {
      return false;
    }
    for (int i = 0; i < end; i++) {
      if (line.at(i) != name.charAt(i)) {
        return false;
      }
    }
    return true;
  }
}
