package dev.sluice.host.model;

import java.util.ArrayList;
import java.util.List;

/** The log of one stream, from its beginning up to a limit: a stream can live long and a plugin can write much. */
final class KeptLines {
  private static final int MOST_LINES = 10_000;
  private static final int MOST_BYTES = 16 << 20;

  private final List<LogLine> lines = new ArrayList<>();
  private int bytes;

  void add(LogLine line) {
    if (lines.size() < MOST_LINES && line.message().length() <= MOST_BYTES - bytes) {
      lines.add(line);
      bytes += line.message().length();
    }
  }

  List<LogLine> toList() {
    return List.copyOf(lines);
  }
}
