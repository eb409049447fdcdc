package dev.sluice.host.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.sluice.abi.BufferType;
import dev.sluice.abi.Bytes;
import dev.sluice.abi.HeadersStatus;
import dev.sluice.abi.LogLevel;
import dev.sluice.abi.MapType;
import dev.sluice.abi.MetricType;
import dev.sluice.abi.Status;
import dev.sluice.abi.StreamType;
import dev.sluice.abi.call.Hostcalls;
import dev.sluice.abi.call.ReplyCalls;
import dev.sluice.host.model.HostEnvironment;
import dev.sluice.host.model.HostcallRecord;
import dev.sluice.host.model.LogLine;
import dev.sluice.host.model.PluginSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class CapabilityRulesTest {
  private static final Bytes A = Bytes.utf8("a");
  private static final HttpResponse UP = HttpResponse.of(200, "up");
  private final List<String> told = new ArrayList<>();
  private final List<LogLine> lines = new ArrayList<>();

  @Test
  void aHostcallThatIsNotAllowedIsAnInternalFailure() {
    HttpOutcome outcome = send(Set.of("proxy_on_request_headers", "proxy_set_property"));
    assertEquals("up", outcome.text());
    Set<String> others = new TreeSet<>(told.subList(1, told.size()));
    assertEquals("property OK", told.getFirst());
    assertEquals(Set.of("INTERNAL_FAILURE"), others);
    assertEquals(Set.of("proxy_add_header_map_value", "proxy_call_foreign_function", "proxy_close_stream",
        "proxy_continue_stream", "proxy_define_metric", "proxy_dequeue_shared_queue", "proxy_done",
        "proxy_enqueue_shared_queue", "proxy_get_buffer_bytes", "proxy_get_buffer_status",
        "proxy_get_current_time_nanoseconds", "proxy_get_header_map_pairs", "proxy_get_header_map_size",
        "proxy_get_header_map_value", "proxy_get_log_level", "proxy_get_metric", "proxy_get_property",
        "proxy_get_shared_data", "proxy_get_status", "proxy_http_call", "proxy_increment_metric", "proxy_log",
        "proxy_record_metric",
        "proxy_register_shared_queue", "proxy_remove_header_map_value", "proxy_replace_header_map_value",
        "proxy_resolve_shared_queue", "proxy_send_local_response", "proxy_set_buffer_bytes",
        "proxy_set_effective_context", "proxy_set_header_map_pairs", "proxy_set_shared_data",
        "proxy_set_tick_period_milliseconds"),
        new TreeSet<>(outcome.hostcalls()
            .stream()
            .filter(call -> call.status() == Status.INTERNAL_FAILURE)
            .map(HostcallRecord::name)
            .toList()));
  }

  @Test
  void eachRefusalIsLoggedOnce() {
    send(Set.of("proxy_on_request_headers", "proxy_set_property", "proxy_on_response_headers"));
    List<String> logs = lines.stream().map(LogLine::toString).toList();
    assertEquals(logs.size(), new TreeSet<>(logs).size());
    assertEquals(1, logs.stream()
        .filter("[error] test#2 Attempted call to restricted capability: proxy_get_property"::equals)
        .count());
  }

  @Test
  void aCallbackThatIsNotAllowedIsNotMade() {
    assertEquals("up", send(Set.of("proxy_on_response_headers")).text());
    assertEquals(List.of("response"), told);
  }

  @Test
  void noneRestrictNothing() {
    assertEquals(200, send(Set.of()).status());
    assertEquals("response", told.getLast());
  }

  private HttpOutcome send(Set<String> allowed) {
    PluginSpec spec = TestPlugin.spec(Everything::new).withAllowedCapabilities(allowed);
    try (EmbeddedProxy proxy = EmbeddedProxy.start(HostEnvironment.deterministic().withLog(lines::add), spec)) {
      return proxy.exchange(HttpRequest.get("/"), seen -> UP);
    }
  }

  /** Makes all hostcalls of which it is told what they answered; replying comes last. */
  private final class Everything extends TestPlugin {
    Everything(Hostcalls host) {
      super(host);
    }

    @Override
    public HeadersStatus onRequestHeaders(int contextId, int headerCount, boolean endOfStream) {
      told.add("property " + host.properties().set(A, A));
      tell(host.properties().get(A).status());
      tell(host.headers().value(MapType.REQUEST_HEADERS, A).status());
      tell(host.headers().size(MapType.REQUEST_HEADERS).status());
      tell(host.headers().add(MapType.REQUEST_HEADERS, A, A));
      tell(host.headers().replace(MapType.REQUEST_HEADERS, A, A));
      tell(host.headers().remove(MapType.REQUEST_HEADERS, A));
      tell(host.headers().setPairs(MapType.REQUEST_TRAILERS, A));
      host.headers().pairs(MapType.REQUEST_HEADERS);
      tell(host.buffers().get(BufferType.VM_CONFIGURATION, 0, 1).status());
      tell(host.buffers().status(BufferType.VM_CONFIGURATION).status());
      tell(host.buffers().set(BufferType.HTTP_REQUEST_BODY, 0, 1, A));
      tell(host.time().now().status());
      tell(host.time().tickPeriod(0));
      tell(host.sharedData().get(A).value().status());
      tell(host.sharedData().set(A, A, 0));
      tell(host.sharedQueues().register(A).status());
      tell(host.sharedQueues().resolve(A, A).status());
      tell(host.sharedQueues().enqueue(1, A));
      tell(host.sharedQueues().dequeue(1).status());
      tell(host.metrics().define(MetricType.GAUGE, A).status());
      tell(host.metrics().increment(1, 1));
      tell(host.metrics().record(1, 1));
      tell(host.metrics().get(1).status());
      tell(host.foreign().call(A, A).status());
      tell(host.log().level().status());
      tell(host.log().log(LogLevel.INFO, A));
      tell(host.httpCallouts().dispatch(A, A, A, A, 1).status());
      tell(host.grpc().status().message().status());
      tell(host.flow().setEffectiveContext(0));
      tell(host.flow().done());
      tell(host.flow().continueStream(StreamType.HTTP_REQUEST));
      tell(host.flow().closeStream(StreamType.DOWNSTREAM));
      tell(host.replies().send(200, A, A, Bytes.EMPTY, ReplyCalls.NO_GRPC_STATUS));
      return HeadersStatus.CONTINUE;
    }

    @Override
    public HeadersStatus onResponseHeaders(int contextId, int headerCount, boolean endOfStream) {
      told.add("response");
      return HeadersStatus.CONTINUE;
    }

    private void tell(Status status) {
      told.add(status.name());
    }
  }
}
