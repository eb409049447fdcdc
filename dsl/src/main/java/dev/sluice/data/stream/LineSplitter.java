package dev.sluice.data.stream;

import dev.sluice.abi.Bytes;
import dev.sluice.data.ByteSink;

/**
 * Cuts a stream of chunks into lines. A line ends with CR LF, LF or CR, as in server-sent events. Of a line that is
 * longer than the limit only its beginning is kept, and it is marked.
 */
public final class LineSplitter {
  /** Takes lines. */
  public interface Lines {
    /** A line without its end; {@code whole} is false where it was cut at the limit. */
    void line(Bytes line, boolean whole);
  }

  private final int limit;
  private final Lines lines;
  private final ByteSink line = new ByteSink(80);
  private boolean whole = true;
  private boolean begun;
  private boolean afterReturn;

  /** Lines of at most {@code limit} bytes. */
  public LineSplitter(int limit, Lines lines) {
    this.limit = limit;
    this.lines = lines;
  }

  public void push(Bytes chunk) {
    for (int i = 0, n = chunk.length(); i < n; i++) {
      byte b = chunk.at(i);
      boolean secondOfPair = afterReturn && b == '\n';
      afterReturn = b == '\r';
      if (secondOfPair) {
        continue;
      }
      if (b == '\n' || b == '\r') {
        finish();
      } else {
        begun = true;
        if (line.size() < limit) {
          line.put(b);
        } else {
          whole = false;
        }
      }
    }
  }

  /** Gives the last line if it has no end. */
  public void end() {
    if (begun) {
      finish();
    }
    afterReturn = false;
  }

  private void finish() {
    Bytes bytes = line.drain();
    boolean complete = whole;
    whole = true;
    begun = false;
    lines.line(bytes, complete);
  }
}
