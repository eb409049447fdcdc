package dev.sluice.host.model;

import java.util.List;

/** A plugin did not come up: its code failed while starting, or it refused its configuration. */
public final class PluginRefusedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient List<LogLine> log;

  PluginRefusedException(String message, List<LogLine> log) {
    super(log.isEmpty() ? message : message + "; its log:" + lines(log));
    this.log = List.copyOf(log);
  }

  /** What the plugin wrote while it was starting. */
  public List<LogLine> log() {
    return log;
  }

  private static String lines(List<LogLine> log) {
    StringBuilder text = new StringBuilder();
    log.forEach(line -> text.append("\n  ").append(line));
    return text.toString();
  }
}
