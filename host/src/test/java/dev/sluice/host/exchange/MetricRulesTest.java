package dev.sluice.host.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.abi.Answer;
import dev.sluice.abi.Bytes;
import dev.sluice.abi.HeadersStatus;
import dev.sluice.abi.MetricType;
import dev.sluice.abi.Status;
import dev.sluice.abi.call.MetricCalls;
import dev.sluice.host.model.HistogramSummary;
import dev.sluice.host.model.HostEnvironment;
import dev.sluice.host.model.PluginSpec;
import io.vavr.control.Option;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class MetricRulesTest {
  private static final Bytes NAME = Bytes.utf8("name");
  private static final int NO_COUNTER = 400;
  private static final int NO_GAUGE = 401;
  private static final int NO_HISTOGRAM = 402;
  private static final int NO_TYPE = 403;

  @Test
  void aCounterGrowsByPositiveNumbersOnly() {
    inAStream(metrics -> {
      int counter = metrics.define(MetricType.COUNTER, NAME).asInt();
      assertEquals(Status.OK, metrics.increment(counter, 3));
      assertEquals(Status.BAD_ARGUMENT, metrics.increment(counter, -1));
      assertEquals(Status.BAD_ARGUMENT, metrics.increment(counter, 0));
      assertEquals(3, metrics.get(counter).value());
    });
  }

  @Test
  void recordingWithACounterAddsToIt() {
    inAStream(metrics -> {
      int counter = metrics.define(MetricType.COUNTER, NAME).asInt();
      metrics.increment(counter, 3);
      assertEquals(Status.OK, metrics.record(counter, 4));
      assertEquals(7, metrics.get(counter).value());
    });
  }

  @Test
  void aGaugeGoesUpAndDownAndIsSet() {
    inAStream(metrics -> {
      int gauge = metrics.define(MetricType.GAUGE, NAME).asInt();
      assertEquals(Status.OK, metrics.increment(gauge, 5));
      assertEquals(Status.OK, metrics.increment(gauge, -2));
      assertEquals(Status.OK, metrics.increment(gauge, 0));
      assertEquals(3, metrics.get(gauge).value());
      assertEquals(Status.OK, metrics.record(gauge, 40));
      assertEquals(40, metrics.get(gauge).value());
    });
  }

  @Test
  void aHistogramTakesSamplesOnly() {
    inAStream(metrics -> {
      int histogram = metrics.define(MetricType.HISTOGRAM, NAME).asInt();
      assertEquals(Status.OK, metrics.record(histogram, 8));
      assertEquals(Status.BAD_ARGUMENT, metrics.increment(histogram, 1));
      assertEquals(Status.BAD_ARGUMENT, metrics.get(histogram).status());
    });
  }

  @Test
  void aHistogramIsSummedUp() {
    PluginSpec spec = TestPlugin.spec(host -> new TestPlugin(host) {
      @Override
      public HeadersStatus onRequestHeaders(int contextId, int headerCount, boolean endOfStream) {
        int histogram = host.metrics().define(MetricType.HISTOGRAM, NAME).asInt();
        host.metrics().record(histogram, told(request(":path")).length());
        return reply(200, "");
      }
    });
    try (EmbeddedProxy proxy = EmbeddedProxy.start(spec)) {
      assertEquals(Option.none(), proxy.metrics().histogram("name"));
      for (String path : new String[] {"/long", "/", "/longer"}) {
        proxy.exchange(HttpRequest.get(path), seen -> HttpResponse.of(200, ""));
      }
      assertEquals(Option.some(new HistogramSummary(3, 13, 1, 7)), proxy.metrics().histogram("name"));
      assertEquals(Option.none(), proxy.metrics().value("name"));
    }
  }

  @Test
  void numbersOfNoMetricAreToldApartByTheirType() {
    inAStream(metrics -> {
      assertEquals(Status.NOT_FOUND, metrics.increment(NO_COUNTER, 1));
      assertEquals(Status.NOT_FOUND, metrics.increment(NO_GAUGE, 1));
      assertEquals(Status.BAD_ARGUMENT, metrics.increment(NO_HISTOGRAM, 1));
      assertEquals(Status.BAD_ARGUMENT, metrics.increment(NO_TYPE, 1));
      assertEquals(Status.NOT_FOUND, metrics.get(NO_COUNTER).status());
      assertEquals(Status.NOT_FOUND, metrics.get(NO_GAUGE).status());
      assertEquals(Status.BAD_ARGUMENT, metrics.get(NO_HISTOGRAM).status());
      assertEquals(Status.BAD_ARGUMENT, metrics.get(NO_TYPE).status());
      assertEquals(Status.NOT_FOUND, metrics.record(NO_COUNTER, 1));
      assertEquals(Status.NOT_FOUND, metrics.record(NO_HISTOGRAM, 1));
      assertEquals(Status.NOT_FOUND, metrics.record(NO_TYPE, 1));
    });
  }

  @Test
  void aNameOfAnotherTypeIsAnotherMetric() {
    inAStream(metrics -> {
      int counter = metrics.define(MetricType.COUNTER, NAME).asInt();
      int gauge = metrics.define(MetricType.GAUGE, NAME).asInt();
      assertNotEquals(counter, gauge);
      metrics.increment(counter, 1);
      metrics.record(gauge, 9);
      assertEquals(1, metrics.get(counter).value());
      assertEquals(9, metrics.get(gauge).value());
    });
  }

  @Test
  void aNameOfTheSameTypeIsTheSameMetric() {
    inAStream(metrics -> {
      int first = metrics.define(MetricType.COUNTER, NAME).asInt();
      int second = metrics.define(MetricType.COUNTER, NAME).asInt();
      metrics.increment(first, 1);
      metrics.increment(second, 1);
      assertEquals(2, metrics.get(first).value());
    });
  }

  @Test
  void allWorkersAndVmsCountInTheSameMetrics() {
    PluginSpec spec = TestPlugin.spec(host -> new TestPlugin(host) {
      @Override
      public HeadersStatus onRequestHeaders(int contextId, int headerCount, boolean endOfStream) {
        int counter = host.metrics().define(MetricType.COUNTER, NAME).asInt();
        host.metrics().increment(counter, 1);
        return HeadersStatus.CONTINUE;
      }
    });
    ProxyOptions options = ProxyOptions.deterministic().withWorkers(2);
    try (EmbeddedProxy proxy = EmbeddedProxy.start(options, spec, spec.withVmId("another"))) {
      assertEquals(Option.none(), proxy.metrics().value("name"));
      proxy.exchange(0, HttpRequest.get("/"), seen -> HttpResponse.of(200, ""));
      proxy.exchange(1, HttpRequest.get("/"), seen -> HttpResponse.of(200, ""));
      assertEquals(Option.some(4L), proxy.metrics().value("name"));
    }
  }

  @Test
  void metricsOutliveTheirVm() {
    PluginSpec spec = TestPlugin.spec(host -> new TestPlugin(host) {
      @Override
      public boolean onVmStart(int rootContextId, int configurationSize) {
        int counter = host.metrics().define(MetricType.COUNTER, NAME).asInt();
        return host.metrics().increment(counter, 1).isOk();
      }
    });
    try (EmbeddedProxy proxy = EmbeddedProxy.start(spec)) {
      proxy.update(0, spec.withVmId("another"));
      assertEquals(Option.some(2L), proxy.metrics().value("name"));
    }
  }

  @Test
  void definingWithoutEndComesToALimit() {
    Inside.aStream(HostEnvironment.deterministic().withSharedStateLimit(10_000), host -> {
      Answer last = host.metrics().define(MetricType.GAUGE, NAME);
      for (int i = 0; i < 10_000 && last.isOk(); i++) {
        last = host.metrics().define(MetricType.GAUGE, Bytes.utf8("name " + i));
      }
      assertEquals(Status.INTERNAL_FAILURE, last.status());
      assertTrue(host.metrics().define(MetricType.GAUGE, NAME).isOk());
    });
  }

  private static void inAStream(Consumer<MetricCalls> check) {
    Inside.aStream(host -> check.accept(host.metrics()));
  }
}
