package dev.sluice.testkit.acceptance.conformance;

import dev.sluice.abi.Answer;
import dev.sluice.abi.Bytes;
import dev.sluice.abi.HeadersStatus;
import dev.sluice.abi.LogLevel;
import dev.sluice.abi.MetricType;
import dev.sluice.abi.call.Hostcalls;
import dev.sluice.abi.event.HostCallbacks;
import dev.sluice.abi.event.HostCallbacksFactory;

/** Metrics and a tick: counts requests and ticks, measures the requests since the last tick. */
public final class MetricsPlugin implements HostCallbacksFactory {
  @Override
  public HostCallbacks create(Hostcalls host) {
    return new Callbacks(host);
  }

  private static final class Callbacks implements HostCallbacks {
    private static final int PERIOD_MILLIS = 20;

    private final Hostcalls host;
    private int requests;
    private int waiting;
    private int sizes;
    private int ticks;

    Callbacks(Hostcalls host) {
      this.host = host;
    }

    @Override
    public boolean onConfigure(int rootContextId, int configurationSize) {
      requests = define(MetricType.COUNTER, "requests");
      ticks = define(MetricType.COUNTER, "ticks");
      waiting = define(MetricType.GAUGE, "waiting");
      sizes = define(MetricType.HISTOGRAM, "sizes");
      return host.time().tickPeriod(PERIOD_MILLIS).isOk();
    }

    private int define(MetricType type, String name) {
      return host.metrics().define(type, Bytes.utf8("conformance." + name)).asInt();
    }

    @Override
    public HeadersStatus onRequestHeaders(int contextId, int headerCount, boolean endOfStream) {
      host.metrics().increment(requests, 1);
      host.metrics().increment(waiting, 3);
      host.metrics().increment(waiting, -1);
      host.metrics().record(sizes, headerCount);
      Answer count = host.metrics().get(requests);
      Answer now = host.time().now();
      host.log().log(LogLevel.INFO, Bytes.utf8(count.value() > 0 && now.value() > 0 ? "counted" : "lost"));
      host.log().log(LogLevel.INFO, Bytes.utf8(host.metrics().get(sizes).status().name()));
      return HeadersStatus.CONTINUE;
    }

    @Override
    public void onTick(int rootContextId) {
      host.metrics().increment(ticks, 1);
      host.metrics().record(waiting, 7);
    }
  }
}
