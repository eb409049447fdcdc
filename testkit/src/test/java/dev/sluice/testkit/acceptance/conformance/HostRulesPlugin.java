package dev.sluice.testkit.acceptance.conformance;

import dev.sluice.abi.Bytes;
import dev.sluice.abi.Fetched;
import dev.sluice.abi.HeadersStatus;
import dev.sluice.abi.LogLevel;
import dev.sluice.abi.MetricType;
import dev.sluice.abi.SharedValue;
import dev.sluice.abi.Status;
import dev.sluice.abi.call.Hostcalls;
import dev.sluice.abi.call.MetricCalls;
import dev.sluice.abi.call.SharedDataCalls;
import dev.sluice.abi.call.SharedQueueCalls;
import dev.sluice.abi.codec.PropertyPath;
import dev.sluice.abi.event.HostCallbacks;
import dev.sluice.abi.event.HostCallbacksFactory;

/** Asks a host for what it answers at the edges of metrics, shared state and foreign functions, and logs that. */
public final class HostRulesPlugin implements HostCallbacksFactory {
  @Override
  public HostCallbacks create(Hostcalls host) {
    return new Callbacks(host);
  }

  private static final class Callbacks implements HostCallbacks {
    private static final Bytes NAME = Bytes.constant("rules.name");
    private static final Bytes EMPTY = Bytes.EMPTY;

    private final Hostcalls host;
    private String declared = "";

    Callbacks(Hostcalls host) {
      this.host = host;
    }

    @Override
    public boolean onConfigure(int rootContextId, int configurationSize) {
      declared = "declared " + call("declare_property", "\n\5stamp\20\1").status() + ", again "
          + call("declare_property", "\n\5stamp\20\1").status();
      return true;
    }

    @Override
    public HeadersStatus onRequestHeaders(int contextId, int headerCount, boolean endOfStream) {
      metrics(host.metrics());
      noMetrics(host.metrics());
      data(host.sharedData());
      queues(host.sharedQueues());
      properties();
      functions();
      return HeadersStatus.CONTINUE;
    }

    private void metrics(MetricCalls metrics) {
      int counter = metrics.define(MetricType.COUNTER, NAME).asInt();
      int gauge = metrics.define(MetricType.GAUGE, NAME).asInt();
      int histogram = metrics.define(MetricType.HISTOGRAM, NAME).asInt();
      say("counter +2 " + metrics.increment(counter, 2) + ", +0 " + metrics.increment(counter, 0) + ", -1 "
          + metrics.increment(counter, -1) + ", recorded 3 " + metrics.record(counter, 3) + ": "
          + metrics.get(counter).value());
      say("gauge +5 " + metrics.increment(gauge, 5) + ", +0 " + metrics.increment(gauge, 0) + ", -2 "
          + metrics.increment(gauge, -2) + ": " + metrics.get(gauge).value());
      say("histogram +1 " + metrics.increment(histogram, 1) + ", recorded 3 " + metrics.record(histogram, 3) + ", got "
          + metrics.get(histogram).status());
      int again = metrics.define(MetricType.COUNTER, NAME).asInt();
      metrics.increment(again, 1);
      say("counter again: " + metrics.get(counter).value());
    }

    private void noMetrics(MetricCalls metrics) {
      for (int type = 0; type < 4; type++) {
        int none = 4000 + type;
        say("no metric of type " + type + ": " + metrics.increment(none, 1) + " " + metrics.record(none, 1) + " "
            + metrics.get(none).status());
      }
    }

    private void data(SharedDataCalls data) {
      Status first = data.set(NAME, EMPTY, 99);
      SharedValue empty = data.get(NAME);
      say("new key " + first + ", empty value " + empty.value().status() + " " + empty.value().length());
      Status matching = data.set(NAME, NAME, empty.cas());
      say("compared " + matching + ", again " + data.set(NAME, NAME, empty.cas()) + ", uncompared "
          + data.set(NAME, EMPTY, 0));
    }

    private void queues(SharedQueueCalls queues) {
      int queue = queues.register(NAME).asInt();
      say("queue " + (queue == queues.register(NAME).asInt()) + " " + (queue == queues.resolve(EMPTY, NAME).asInt())
          + ", in " + queues.enqueue(queue, EMPTY) + ", out " + queues.dequeue(queue).status() + ", empty "
          + queues.dequeue(queue).status());
      say("no queue " + queues.enqueue(1_000, NAME) + " " + queues.dequeue(1_000).status() + " "
          + queues.resolve(NAME, NAME).status());
    }

    private void properties() {
      say(declared);
      Bytes stamp = Bytes.utf8("stamp");
      say("set once " + host.properties().set(stamp, Bytes.utf8("one")) + ", twice "
          + host.properties().set(stamp, Bytes.utf8("two")) + ": " + host.properties().get(stamp).bytes().utf8());
      Status cluster = call("set_envoy_filter_state", "\n\27envoy.tcp_proxy.cluster\22\1b").status();
      Bytes path = PropertyPath.of("filter_state", "envoy.tcp_proxy.cluster");
      say("filter state " + cluster + ": " + host.properties().get(path).bytes().utf8() + ", unknown "
          + call("set_envoy_filter_state", "\n\1a\22\1b").status() + ", no port "
          + call("set_envoy_filter_state", "\n\33envoy.upstream.dynamic_port\22\1b").status() + ", no message "
          + call("set_envoy_filter_state", "no message").status());
    }

    private void functions() {
      Bytes packed = call("compress", "text text text text").bytes();
      say("text: " + host.foreign().call(Bytes.utf8("uncompress"), packed).bytes().utf8() + ", cut off "
          + host.foreign().call(Bytes.utf8("uncompress"), packed.slice(0, 10)).status() + ", not zlib "
          + call("uncompress", "text").status() + ", nothing " + call("uncompress", "").status());
      say("route " + call("clear_route_cache", "").status() + ", unknown " + call("no such function", "").status());
      say("signature: " + SignedText.told(host));
    }

    private Fetched call(String function, String arguments) {
      return host.foreign().call(Bytes.utf8(function), Bytes.latin1(arguments));
    }

    private void say(String text) {
      host.log().log(LogLevel.INFO, Bytes.utf8(text));
    }
  }
}
