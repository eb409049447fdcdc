package dev.sluice.host.vm;

import dev.sluice.abi.Bytes;
import dev.sluice.abi.MetricType;
import java.util.List;

/** Metrics. */
final class MetricLinks {
  private static final String DEFINE = "proxy_define_metric";

  private MetricLinks() {}

  static List<Link> all() {
    return List.of(
        Link.proxy(DEFINE, "(iiii)i", MetricLinks::define),
        Link.proxy("proxy_increment_metric", "(il)i",
            (guest, in) -> guest.calls().metrics().increment(in.i32(0), in.i64(1)).code()),
        Link.proxy("proxy_record_metric", "(il)i",
            (guest, in) -> guest.calls().metrics().record(in.i32(0), in.i64(1)).code()),
        Link.proxy("proxy_get_metric", "(ii)i",
            (guest, in) -> guest.handOverLong(guest.calls().metrics().get(in.i32(0)), in.i32(1))));
  }

  private static int define(GuestCalls guest, Link.Arguments in) {
    Bytes name = guest.memory().read(in.i32(1), in.i32(2));
    if (name == null) {
      return guest.invalidMemory(DEFINE);
    }
    MetricType type = MetricType.fromCode(in.i32(0)).getOrNull();
    return type == null
        ? guest.badArgument(DEFINE)
        : guest.handOverInt(guest.calls().metrics().define(type, name), in.i32(3));
  }
}
