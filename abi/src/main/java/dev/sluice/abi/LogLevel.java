package dev.sluice.abi;

import io.vavr.control.Option;

/** Severity of a log line ({@code proxy_log_level_t}). */
public enum LogLevel {
  TRACE(0),
  DEBUG(1),
  INFO(2),
  WARN(3),
  ERROR(4),
  CRITICAL(5);

  private static final LogLevel[] VALUES = values();

  private final int code;

  LogLevel(int code) {
    this.code = code;
  }

  /** The number that crosses the ABI. */
  public int code() {
    return code;
  }

  /** The constant with this code, none where the ABI does not define the code. */
  public static Option<LogLevel> fromCode(int code) {
    for (LogLevel value : VALUES) {
      if (value.code == code) {
        return Option.some(value);
      }
    }
    return Option.none();
  }
}
