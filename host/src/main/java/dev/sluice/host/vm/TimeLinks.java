package dev.sluice.host.vm;

import java.util.List;

/** Clock and ticks. */
final class TimeLinks {
  private static final String NOW = "proxy_get_current_time_nanoseconds";
  private static final String TICK_PERIOD = "proxy_set_tick_period_milliseconds";

  private TimeLinks() {}

  static List<Link> all() {
    return List.of(
        Link.proxy(NOW, "(i)i", TimeLinks::now),
        Link.proxy(TICK_PERIOD, "(i)i", (guest, in) -> guest.calls().time().tickPeriod(in.i32(0)).code()));
  }

  private static int now(GuestCalls guest, Link.Arguments in) {
    return guest.memory().holds(in.i32(0), Long.BYTES)
        ? guest.handOverLong(guest.calls().time().now(), in.i32(0))
        : guest.invalidMemory(NOW);
  }
}
