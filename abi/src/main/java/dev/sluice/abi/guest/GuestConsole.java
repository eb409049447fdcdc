package dev.sluice.abi.guest;

import dev.sluice.abi.Bytes;
import dev.sluice.abi.LogLevel;

/** {@code System.out} and {@code System.err}: each finished line goes to the host's log, at INFO and ERROR. */
final class GuestConsole {
  /** A line longer than this is logged in parts, so that a missing line end cannot eat memory. */
  private static final int MAX_LINE = 8_192;

  private static final LogImports LOG = new LogImports();
  private static final StringBuilder OUT = new StringBuilder();
  private static final StringBuilder ERR = new StringBuilder();

  private GuestConsole() {}

  static void out(char c) {
    put(OUT, LogLevel.INFO, c);
  }

  static void err(char c) {
    put(ERR, LogLevel.ERROR, c);
  }

  private static void put(StringBuilder line, LogLevel level, char c) {
    if (c != '\n') {
      line.append(c);
    }
    if (c == '\n' || line.length() >= MAX_LINE) {
      Arena.enter();
      LOG.log(level, Bytes.utf8(line.toString()));
      line.setLength(0);
      Arena.leave();
    }
  }
}
