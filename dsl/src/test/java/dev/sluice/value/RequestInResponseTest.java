package dev.sluice.value;

import static dev.sluice.dsl.Sluice.header;
import static dev.sluice.dsl.Sluice.method;
import static dev.sluice.dsl.Sluice.path;
import static dev.sluice.dsl.Sluice.plugin;
import static dev.sluice.dsl.Sluice.query;
import static dev.sluice.dsl.Sluice.request;
import static dev.sluice.dsl.Sluice.requestHeader;
import static dev.sluice.dsl.Sluice.respond;
import static dev.sluice.dsl.Sluice.response;
import static dev.sluice.dsl.Sluice.responseHeader;
import static dev.sluice.dsl.Sluice.setHeader;
import static dev.sluice.dsl.Sluice.step;
import static dev.sluice.dsl.Sluice.when;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.abi.Callback;
import dev.sluice.abi.HeadersStatus;
import dev.sluice.abi.Status;
import dev.sluice.dsl.Filter;
import dev.sluice.dsl.Plugin;
import dev.sluice.engine.PluginCallbacks;
import dev.sluice.explain.Explanation;
import dev.sluice.fake.FakeHost;
import dev.sluice.fake.Plugins;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The request in response parts: its headers are gone by then, so what is asked for is read when it comes. */
class RequestInResponseTest {
  private static final int OTHER_STREAM = 3;

  @Test
  void itIsReadWhenTheRequestComes() {
    FakeHost host = FakeHost.get("/a").request("x-in", "1");
    PluginCallbacks callbacks = Plugins.configured(
        plugin("p").response(setHeader("x-path", path()), setHeader("x-two", requestHeader("x-in"))), host);
    assertEquals(HeadersStatus.CONTINUE, callbacks.onRequestHeaders(Plugins.STREAM, 0, true));
    assertEquals(Set.of("proxy_get_header_map_value :path", "proxy_get_header_map_value x-in"),
        Set.copyOf(host.calls()));
    assertEquals(2, host.calls().size());
    host.calls().clear();
    callbacks.onResponseHeaders(Plugins.STREAM, 0, true);
    assertEquals(List.of("proxy_replace_header_map_value x-path", "proxy_replace_header_map_value x-two"),
        host.calls());
    assertEquals(List.of("/a"), host.responseHeader("x-path"));
    assertEquals(List.of("1"), host.responseHeader("x-two"));
  }

  @Test
  void itIsAsTheClientSentItWhateverTheRequestPartDoes() {
    FakeHost host = FakeHost.get("/a").request("x-in", "1");
    Plugins.exchange(host, request(setHeader(":path", "/b"), setHeader("x-in", "2"))
        .response(setHeader("x-path", path()), setHeader("x-was", requestHeader("x-in"))));
    assertEquals(List.of("/a"), host.responseHeader("x-path"));
    assertEquals(List.of("1"), host.responseHeader("x-was"));
  }

  @Test
  void theRequestPartsReadItOnceMoreForFree() {
    FakeHost host = FakeHost.get("/a?q=1");
    PluginCallbacks callbacks = Plugins.configured(
        plugin("p").request(when(query("q").is("2")).respond(400)).response(setHeader("x-path", path())), host);
    callbacks.onRequestHeaders(Plugins.STREAM, 0, true);
    assertEquals(List.of("proxy_get_header_map_value :path"), host.calls());
  }

  @Test
  void aReplyOfTheRequestPartHasIt() {
    FakeHost host = FakeHost.get("/a");
    Filter outer = response(setHeader("x-path", path()));
    Plugins.exchange(host, outer.then(request(respond(403))));
    assertEquals(403, host.answered());
    assertEquals(List.of("/a"), host.responseHeader("x-path"));
  }

  @Test
  void inAllShapesOfPrograms() {
    for (Filter filter : List.of(
        request(step("own", exchange -> {})),
        request(when(method().is("GET")).then(setHeader("x-1", "1")).otherwise(respond(405))),
        request(when(method().is("PUT")).then(setHeader("x-1", "1")).otherwise(setHeader("x-2", "1"))),
        Filter.none().then(response(setHeader("x-1", "1"))).then(request(setHeader("x-3", header("x-none")))),
        request(setHeader("x-1", header("x-a").single())))) {
      FakeHost host = FakeHost.get("/a").request("x-a", "1");
      Plugins.exchange(host, response(setHeader("x-path", path())).then(filter));
      assertEquals(0, host.answered());
      assertEquals(List.of("/a"), host.responseHeader("x-path"));
      assertEquals(List.of(), host.lines());
    }
  }

  @Test
  void theStepsRunInTheirOrderAndOnce() {
    FakeHost host = FakeHost.get("/a");
    Plugins.exchange(host, request(setHeader("x-1", "1"), setHeader("x-1", "2")).response(setHeader("x-path", path())));
    assertEquals(List.of("2"), host.requestHeader("x-1"));
    assertEquals(2, host.calls().stream().filter("proxy_replace_header_map_value x-1"::equals).count());
  }

  @Test
  void streamsAreToldApart() {
    FakeHost host = FakeHost.get("/a");
    PluginCallbacks callbacks = Plugins.configured(plugin("p").response(setHeader("x-path", path())), host);
    callbacks.onRequestHeaders(Plugins.STREAM, 0, true);
    host.replace(dev.sluice.abi.MapType.REQUEST_HEADERS, dev.sluice.abi.Bytes.utf8(":path"),
        dev.sluice.abi.Bytes.utf8("/b"));
    callbacks.onRequestHeaders(OTHER_STREAM, 0, true);
    callbacks.onResponseHeaders(Plugins.STREAM, 0, true);
    assertEquals(List.of("/a"), host.responseHeader("x-path"));
    callbacks.onResponseHeaders(OTHER_STREAM, 0, true);
    assertEquals(List.of("/b"), host.responseHeader("x-path"));
  }

  @Test
  void aResponseToARequestThatNeverCameIsNotOurs() {
    FakeHost host = FakeHost.get("/a");
    PluginCallbacks callbacks = Plugins.configured(plugin("p").response(setHeader("x-path", path())), host);
    assertEquals(HeadersStatus.CONTINUE, callbacks.onResponseHeaders(Plugins.STREAM, 0, true));
    assertEquals(List.of(), host.calls());
  }

  @Test
  void aFailureToReadItIsAnsweredByThePolicy() {
    FakeHost host = FakeHost.get("/a").refuse("proxy_get_header_map_value", Status.INTERNAL_FAILURE);
    PluginCallbacks callbacks = Plugins.configured(
        plugin("p").request(setHeader("x-1", "1")).response(setHeader("x-path", path())), host);
    callbacks.onRequestHeaders(Plugins.STREAM, 0, true);
    assertEquals(503, host.answered());
    assertTrue(host.lines().get(0).contains("answered 503: dev.sluice.plan.HostRefusal"), host.lines().get(0));
  }

  @Test
  void explainTells() {
    Plugin plugin = plugin("p").response(when(path().startsWith("/a")).setHeader("x-a", "1"));
    Explanation explanation = Explanation.of(settings -> plugin);
    assertEquals(
        io.vavr.collection.List.of(Callback.CONFIGURE, Callback.REQUEST_HEADERS, Callback.RESPONSE_HEADERS,
            Callback.DELETE),
        explanation.exports());
    assertEquals(io.vavr.collection.List.of("proxy_get_header_map_value"),
        explanation.request().get().shortest().get().hostcalls());
    assertEquals(0, explanation.response().get().shortest().get().cost());
    assertTrue(explanation.text().contains("hostcalls of a request: 1, 1 way"), explanation.text());
  }

  @Test
  void explainKnowsWhatComesBeforeOwnCode() {
    Plugin plugin = plugin("p").request(step("own", exchange -> {})).response(setHeader("x-path", path()));
    assertEquals(io.vavr.collection.List.of("proxy_get_header_map_value"),
        Explanation.of(settings -> plugin).request().get().shortest().get().hostcalls());
  }

  @Test
  void theResponseInARequestPartIsRefused() {
    FakeHost host = FakeHost.get("/");
    PluginCallbacks callbacks = PluginCallbacks.of(
        settings -> plugin("p").request(setHeader("x-1", responseHeader("x-2"))), host);
    assertFalse(callbacks.onConfigure(1, 0));
    assertTrue(host.lines()
        .get(0)
        .contains(
            "request/1 setHeader: there is no response yet: read responseHeader(..) in the response part"),
        host.lines().get(0));
  }

  @Test
  void theResponseInItsOwnPart() {
    FakeHost host = FakeHost.get("/").response("x-2", "v");
    Plugins.exchange(host, response(setHeader("x-1", responseHeader("X-2"))));
    assertEquals(List.of("v"), host.responseHeader("x-1"));
    assertEquals("response header x-2", responseHeader("X-2").describe());
    assertThrows(IllegalArgumentException.class, () -> responseHeader("a b"));
    assertThrows(IllegalArgumentException.class, () -> requestHeader(""));
  }

  @Test
  void theRequestInItsOwnPart() {
    FakeHost host = FakeHost.get("/").request("x-2", "v").request("x-2", "w");
    Plugins.request(host, setHeader("x-1", requestHeader("X-2")));
    assertEquals(List.of("v"), host.requestHeader("x-1"));
    assertEquals(List.of("proxy_get_header_map_value x-2", "proxy_replace_header_map_value x-1"), host.calls());
    assertEquals("request header X-2", requestHeader("X-2").describe());
  }
}
