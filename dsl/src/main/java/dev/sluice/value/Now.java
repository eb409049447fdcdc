package dev.sluice.value;

/**
 * The host's time ({@code proxy_get_current_time_nanoseconds}) when it is read, each time anew; absent where the host
 * tells none.
 */
public record Now() {
  /**
   * Whole seconds since 1970.
   * <pre>{@code setHeader("x-expires", now().epochSeconds().plus(300).asHttpDate())}</pre>
   */
  public NumberValue epochSeconds() {
    return new ClockNumber(ClockNumber.SECOND);
  }

  /**
   * Whole milliseconds since 1970.
   * <pre>{@code setHeader("x-arrived", now().epochMillis().asText())}</pre>
   */
  public NumberValue epochMillis() {
    return new ClockNumber(ClockNumber.MILLISECOND);
  }

  /**
   * Now as a timestamp of RFC 3339 in seconds, such as {@code 2026-11-24T12:34:56Z}.
   * <pre>{@code log(LogLevel.INFO, template("{} {}", now().asTimestamp(), path()))}</pre>
   */
  public TextValue asTimestamp() {
    return epochSeconds().asTimestamp();
  }

  /**
   * Now as an HTTP-date (RFC 9110 section 5.6.7), such as {@code Tue, 24 Nov 2026 12:34:56 GMT}.
   * <pre>{@code setHeader("date", now().asHttpDate())}</pre>
   */
  public TextValue asHttpDate() {
    return epochSeconds().asHttpDate();
  }
}
