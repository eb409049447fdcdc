package dev.sluice.std.observe;

import static dev.sluice.dsl.Sluice.*;
import static dev.sluice.settings.Decoders.field;
import static dev.sluice.settings.Decoders.object;
import static dev.sluice.std.Filters.counter;
import static dev.sluice.std.Filters.latency;

import dev.sluice.dsl.Plugin;
import dev.sluice.dsl.Settings;
import dev.sluice.dsl.SluicePlugin;
import dev.sluice.settings.Decoder;

/** Both filters of metrics, as they are configured, around one that refuses requests. */
public final class MetricsPlugin implements SluicePlugin {
  record Metrics(RequestCounter counter, RequestLatency latency) {
    static final Decoder<Metrics> DECODER = object(
        field("counter", RequestCounter.DECODER).orElse(RequestCounter.named("requests")),
        field("latency", RequestLatency.DECODER).orElse(RequestLatency.named("request_milliseconds"))).as(Metrics::new);
  }

  @Override
  public Plugin define(Settings settings) {
    Metrics metrics = settings.decode(Metrics.DECODER);
    return plugin("metrics").with(
        counter(metrics.counter()), latency(metrics.latency()),
        request(when(header("x-refuse").present()).respond(403)));
  }
}
