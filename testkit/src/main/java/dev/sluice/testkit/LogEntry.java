package dev.sluice.testkit;

import dev.sluice.abi.LogLevel;

/** A line that a plugin logged, alike in all places: without what a host puts before it. */
public record LogEntry(LogLevel level, String text) {

  @Override
  public String toString() {
    return level + " " + text;
  }
}
