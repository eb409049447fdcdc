package dev.sluice.testkit.acceptance.language;

import static dev.sluice.testkit.http.Request.post;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.testkit.EveryPlace;
import dev.sluice.testkit.Exchange;
import dev.sluice.testkit.PluginUnderTest;
import dev.sluice.testkit.UsePlugin;
import io.vavr.collection.Vector;
import io.vavr.control.Option;

/** The root id says which plugin of a module a filter is, in a VM of its own or in one for several. */
class ModuleTest {
  private static void check(PluginUnderTest plugin) {
    long before = plugin.metric("counted").getOrElse(0L);
    Exchange exchange = plugin.send(post("/", "good"));
    assertEquals(200, exchange.status());
    assertEquals(Vector.of("one", "body", "two"), exchange.upstreamSaw().get().headers().all("x-tag"));
    assertEquals("good", exchange.upstreamSaw().get().body().utf8());
    assertEquals(Vector.of("1"), exchange.headers().all("x-count"));
    plugin.await("the count", () -> plugin.metric("counted").equals(Option.some(before + 1)));
    Exchange bad = plugin.send(post("/", "bad"));
    assertEquals(403, bad.status());
    assertTrue(bad.upstreamSaw().isEmpty());
  }

  @EveryPlace
  @UsePlugin(value = ModulePlugins.class, name = "count", vm = "shared")
  @UsePlugin(value = ModulePlugins.class, name = "tag", vm = "shared", settings = "one")
  @UsePlugin(value = ModulePlugins.class, name = "body", vm = "shared")
  @UsePlugin(value = ModulePlugins.class, name = "tag", vm = "other", settings = "two")
  void pluginsThatShareAVmAndOneThatDoesNot(PluginUnderTest plugin) {
    check(plugin);
  }

  @EveryPlace
  @UsePlugin(value = ModulePlugins.class, name = "count")
  @UsePlugin(value = ModulePlugins.class, name = "tag", vm = "first", settings = "one")
  @UsePlugin(value = ModulePlugins.class, name = "body")
  @UsePlugin(value = ModulePlugins.class, name = "tag", vm = "second", settings = "two")
  void pluginsWithVmsOfTheirOwn(PluginUnderTest plugin) {
    check(plugin);
  }
}
