package dev.sluice.examples.httpbody;

import static dev.sluice.testkit.http.Request.get;
import static dev.sluice.testkit.http.Request.post;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.sluice.testkit.EveryPlace;
import dev.sluice.testkit.Exchange;
import dev.sluice.testkit.PluginUnderTest;
import dev.sluice.testkit.UsePlugin;

@UsePlugin(HttpBody.class)
class HttpBodyTest {
  @EveryPlace
  void theRequestsBodyIsChanged(PluginUnderTest plugin) {
    assertEquals("[this is prepended] body", seen(plugin, "prepend"));
    assertEquals("body [this is appended]", seen(plugin, "append"));
    assertEquals("[this is another body]", seen(plugin, "replace"));
    assertEquals("body", seen(plugin, "nothing"));
  }

  private static String seen(PluginUnderTest plugin, String operation) {
    Exchange exchange = plugin.send(post("/", "body").header("buffer-operation", operation));
    assertEquals("upstream", exchange.text());
    return exchange.upstreamSaw().get().body().utf8();
  }

  @EveryPlace
  void theResponsesBodyIsChanged(PluginUnderTest plugin) {
    assertEquals("[this is prepended] upstream", got(plugin, "prepend"));
    assertEquals("upstream [this is appended]", got(plugin, "append"));
    assertEquals("[this is another body]", got(plugin, "replace"));
    assertEquals("upstream", got(plugin, "nothing"));
  }

  private static String got(PluginUnderTest plugin, String operation) {
    return plugin.send(
        get("/").header("buffer-operation", operation).header("buffer-replace-at", "response")).text();
  }
}
