package dev.sluice.step;

import static dev.sluice.dsl.Sluice.*;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.abi.Bytes;
import dev.sluice.dsl.Plugin;
import dev.sluice.engine.PluginCallbacks;
import dev.sluice.explain.Explanation;
import dev.sluice.fake.FakeHost;
import dev.sluice.fake.Plugins;
import io.vavr.collection.HashMap;
import io.vavr.collection.Map;
import io.vavr.control.Option;
import java.util.List;
import org.junit.jupiter.api.Test;

class PluginStateTest {
  private static final TextState MODE = state("mode", "open");
  private static final PluginState<Map<Bytes, Bytes>> SEEN = state("seen", HashMap.empty());

  private static Plugin gate() {
    return plugin("gate").request(
        setHeader("x-before", MODE.value()),
        MODE.set(query("to")),
        setHeader("x-after", MODE.value()));
  }

  private static List<String> go(PluginCallbacks callbacks, FakeHost host, String target, String header) {
    host.replace(dev.sluice.abi.MapType.REQUEST_HEADERS, Bytes.utf8(":path"), Bytes.utf8(target));
    callbacks.onRequestHeaders(Plugins.STREAM, 0, true);
    return host.requestHeader(header);
  }

  @Test
  void aTextIsThereForTheStreamsBehind() {
    FakeHost host = FakeHost.get("/");
    PluginCallbacks callbacks = Plugins.configured(gate(), host);
    assertEquals(List.of("closed"), go(callbacks, host, "/?to=closed", "x-after"));
    assertEquals(List.of("open"), host.requestHeader("x-before"));
    assertEquals(List.of("closed"), go(callbacks, host, "/", "x-before"));
    assertEquals(List.of("closed"), go(callbacks, host, "/", "x-after"));
  }

  @Test
  void eachConfigurationBeginsAnew() {
    FakeHost host = FakeHost.get("/");
    Plugin gate = gate();
    PluginCallbacks callbacks = PluginCallbacks.of(settings -> gate, host);
    callbacks.onContextCreate(1, 0);
    callbacks.onContextCreate(2, 0);
    assertTrue(callbacks.onConfigure(1, 0) && callbacks.onConfigure(2, 0));
    callbacks.onContextCreate(3, 1);
    callbacks.onContextCreate(4, 2);
    host.replace(dev.sluice.abi.MapType.REQUEST_HEADERS, Bytes.utf8(":path"), Bytes.utf8("/?to=closed"));
    callbacks.onRequestHeaders(3, 0, true);
    host.replace(dev.sluice.abi.MapType.REQUEST_HEADERS, Bytes.utf8(":path"), Bytes.utf8("/"));
    callbacks.onRequestHeaders(4, 0, true);
    assertEquals(List.of("open"), host.requestHeader("x-after"));
    assertTrue(callbacks.onConfigure(1, 0));
    callbacks.onContextCreate(5, 1);
    callbacks.onRequestHeaders(5, 0, true);
    assertEquals(List.of("open"), host.requestHeader("x-after"));
  }

  @Test
  void aValueOfTheAuthorsOwnType() {
    FakeHost host = FakeHost.get("/");
    PluginCallbacks callbacks = Plugins.configured(plugin("seen").request(
        setHeader("x-seen", SEEN.text(path(), Map::get)),
        setHeader("x-count", SEEN.text(seen -> Option.some(Bytes.utf8(String.valueOf(seen.size()))))),
        SEEN.update(path(), (seen, path) -> seen.put(path, Bytes.utf8("yes"))),
        when(path().is("/clear")).then(SEEN.update(seen -> HashMap.empty()))), host);
    assertEquals(List.of(), go(callbacks, host, "/a", "x-seen"));
    assertEquals(List.of("yes"), go(callbacks, host, "/a", "x-seen"));
    assertEquals(List.of(), go(callbacks, host, "/b", "x-seen"));
    assertEquals(List.of("2"), go(callbacks, host, "/clear", "x-count"));
    assertEquals(List.of("0"), go(callbacks, host, "/a", "x-count"));
  }

  @Test
  void codeThatFailsIsAnsweredByThePolicyAndLeavesTheValue() {
    FakeHost host = FakeHost.get("/");
    PluginCallbacks callbacks = Plugins.configured(plugin("bad").request(
        setHeader("x-size", SEEN.text(seen -> Option.some(Bytes.utf8(String.valueOf(seen.size()))))),
        when(path().is("/null")).then(SEEN.update(seen -> null))), host);
    go(callbacks, host, "/null", "x-size");
    assertEquals(503, host.answered());
    assertEquals(List.of("0"), go(callbacks, host, "/", "x-size"));
  }

  @Test
  void explainingChangesNothing() {
    Explanation.of(settings -> gate());
    FakeHost host = FakeHost.get("/");
    assertEquals(List.of("open"), go(Plugins.configured(gate(), host), host, "/", "x-before"));
    assertTrue(Explanation.of(settings -> gate()).text().contains("update state \"mode\" with query parameter to"),
        Explanation.of(settings -> gate()).text());
  }

  @Test
  void aNameHasOneBeginning() {
    Plugin twice =
        plugin("p").request(setHeader("a", state("s", "1").value()), setHeader("b", state("s", "2").value()));
    assertTrue(assertThrows(IllegalArgumentException.class, twice::plan).getMessage()
        .contains("the state \"s\" begins with another value elsewhere"));
    assertEquals(MODE.set("x"), state("mode", "open").set("x"));
    assertThrows(IllegalArgumentException.class, () -> state("", "x"));
    assertThrows(IllegalArgumentException.class, () -> state("x", (String) null));
  }
}
