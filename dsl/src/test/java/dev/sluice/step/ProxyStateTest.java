package dev.sluice.step;

import static dev.sluice.dsl.Sluice.*;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.sluice.abi.Bytes;
import dev.sluice.abi.HeadersStatus;
import dev.sluice.abi.Status;
import dev.sluice.abi.codec.PropertyPath;
import dev.sluice.data.protobuf.ProtobufMessage;
import dev.sluice.engine.PluginCallbacks;
import dev.sluice.explain.Explanation;
import dev.sluice.fake.FakeHost;
import dev.sluice.fake.Plugins;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Queues, properties, filter state, foreign functions, reset streams. */
class ProxyStateTest {
  private static int answer(FakeHost host, Step... steps) {
    Plugins.request(host, steps);
    return host.answered();
  }

  @Test
  void messagesGoToTheOwnVmsQueue() {
    FakeHost host = FakeHost.get("/p").property(PropertyPath.of("plugin_vm_id"), "vm");
    host.state().queue("vm", "q");
    PluginCallbacks plugin =
        Plugins.configured(plugin("p").request(enqueue("q", path()), enqueue("q", header("x-none"))), host);
    plugin.onRequestHeaders(Plugins.STREAM, 0, true);
    plugin.onRequestHeaders(Plugins.STREAM + 1, 0, true);
    assertEquals(List.of("1: /p", "1: /p"), host.state().messages());
    assertEquals(1, host.hostcalls().stream().filter("proxy_resolve_shared_queue"::equals).count());
  }

  @Test
  void messagesGoToAnotherVmsQueue() {
    FakeHost host = FakeHost.get("/p");
    host.state().queue("other", "q");
    assertEquals(0, answer(host, enqueue("q", path()).ofVm("other")));
    assertEquals(List.of("1: /p"), host.state().messages());
  }

  @Test
  void aQueueThatIsNotThereOrFullTakesTheFailureBranch() {
    assertEquals(503, answer(FakeHost.get("/"), enqueue("q", path())));
    assertEquals(201, answer(FakeHost.get("/"), enqueue("q", path()).onFailure(removeHeader("a")), respond(201)));
    FakeHost full = FakeHost.get("/").refuse("proxy_enqueue_shared_queue", Status.INTERNAL_FAILURE);
    full.state().queue("", "q");
    assertEquals(202, answer(full, enqueue("q", path()).onFailure(respond(202))));
  }

  @Test
  void propertiesAreSetAndReadAnew() {
    FakeHost host = FakeHost.get("/p").property(PropertyPath.of("own"), "before");
    assertEquals(0, answer(host, setHeader("x-1", property("own")), setProperty("own", path()),
        setProperty("own", header("x-none")), setHeader("x-2", property("own")), setHeader("x-3", property("own"))));
    assertEquals(List.of("before"), host.requestHeader("x-1"));
    assertEquals(List.of("/p"), host.requestHeader("x-2"));
    assertEquals(List.of("/p"), host.requestHeader("x-3"));
  }

  @Test
  void filterStateIsAMessageToEnvoy() {
    List<Bytes> arguments = new ArrayList<>();
    FakeHost host = FakeHost.get("/p").foreign((name, argument) -> {
      arguments.add(argument);
      return name.equals("set_envoy_filter_state") ? Bytes.EMPTY : null;
    });
    assertEquals(0,
        answer(host, setFilterState("envoy.tcp_proxy.cluster", path()).during(SetFilterState.Span.CONNECTION),
            setFilterState("a", header("x-none"))));
    ProtobufMessage message = ProtobufMessage.read(arguments.get(0)).get();
    assertEquals("envoy.tcp_proxy.cluster", message.string(1).get());
    assertEquals("/p", message.string(2).get());
    assertEquals(2L, message.varint(3).get());
    assertEquals(1, arguments.size());
    assertEquals(503, answer(FakeHost.get("/"), setFilterState("a", path())));
  }

  @Test
  void foreignFunctionsGiveAResult() {
    FakeHost host = FakeHost.get("/p").foreign((name, argument) -> Bytes.utf8(name + argument.utf8()));
    assertEquals(0, answer(host, callForeign("f", path()).as("r"), setHeader("x-r", ref("r")),
        callForeign("g", header("x-none")).as("s"), setHeader("x-s", ref("s"))));
    assertEquals(List.of("f/p"), host.requestHeader("x-r"));
    assertEquals(List.of("g"), host.requestHeader("x-s"));
    assertEquals(503, answer(FakeHost.get("/"), callForeign("f", path())));
    FakeHost failing = FakeHost.get("/");
    assertEquals(201, answer(failing, callForeign("f", path()).as("r").onFailure(removeHeader("a")),
        when(ref("r").absent()).respond(201)));
  }

  @Test
  void aResetStreamIsNotAnswered() {
    FakeHost host = FakeHost.get("/");
    assertEquals(HeadersStatus.STOP_ITERATION, Plugins.request(host, resetStream(), respond(200)));
    assertEquals(List.of("proxy_close_stream HTTP_REQUEST"), host.calls());
    FakeHost out = FakeHost.get("/");
    assertEquals(HeadersStatus.STOP_ITERATION, Plugins.response(out, resetStream()));
    assertEquals(List.of("proxy_close_stream HTTP_RESPONSE"), out.calls());
  }

  @Test
  void anOuterFilterCanResetInsteadOfAnInnerReply() {
    FakeHost host = FakeHost.get("/");
    Plugins.exchange(host, response(resetStream()).then(response(respond(500))));
    assertEquals(0, host.answered());
    assertEquals(List.of("proxy_close_stream HTTP_RESPONSE"), host.calls());
  }

  @Test
  void aResetIsExplained() {
    var plugin = plugin("p").request(when(path().is("/")).then(resetStream()));
    var ways = Explanation.of(settings -> plugin).request().get().all().get();
    assertEquals("resets the stream", ways.get(0).outcome());
    assertEquals(List.of("proxy_get_header_map_value", "proxy_close_stream"), ways.get(0).hostcalls().asJava());
  }

  @Test
  void aResetCanBeAFailureBranch() {
    FakeHost host = FakeHost.get("/").request("a", "1").request("a", "2");
    Plugins.request(host, setHeader("b", header("a").single().onRepeated(resetStream())));
    assertEquals(List.of("proxy_close_stream HTTP_REQUEST"), host.calls().subList(1, 2));
  }

  @Test
  void whatCannotWorkIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> enqueue("", path()));
    assertThrows(IllegalArgumentException.class, () -> setProperty("a\0b", path()));
    assertThrows(IllegalArgumentException.class, () -> setProperty("", path()));
    assertThrows(IllegalArgumentException.class, () -> callForeign("", path()));
    assertThrows(IllegalArgumentException.class, () -> callForeign("f", null));
    assertThrows(IllegalArgumentException.class, () -> setFilterState("", path()));
    assertThrows(AssertionError.class, () -> Plugins.configured(plugin("p").log(resetStream()), FakeHost.get("/")));
  }
}
