package dev.sluice.examples.apikeys;

import static dev.sluice.testkit.http.Request.get;
import static dev.sluice.testkit.http.Request.post;
import static dev.sluice.testkit.property.RequestWords.*;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.dsl.Settings;
import dev.sluice.dsl.SettingsError;
import dev.sluice.dsl.SettingsRejected;
import dev.sluice.testkit.EveryPlace;
import dev.sluice.testkit.Exchange;
import dev.sluice.testkit.PluginUnderTest;
import dev.sluice.testkit.UsePlugin;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

@UsePlugin(value = ApiKeys.class, settings = """
    {"rules": [
      {"match": {"pathPrefix": "/reports", "methods": ["GET"]},
       "settings": {"keys": ["correct-horse", "battery-staple"], "retryAfter": "1m30s", "realm": "reports"}}]}
    """)
class ApiKeysTest {
  @EveryPlace
  void aKeyOpensItsRoute(PluginUnderTest plugin) {
    for (String key : List.of("correct-horse", "battery-staple")) {
      Exchange open = plugin.send(get("/reports/7").header("x-api-key", key));
      assertEquals(200, open.status());
      assertTrue(open.upstreamSaw().get().headers().all("x-api-key").isEmpty(), "the key goes no further");
    }
  }

  @EveryPlace
  void otherRequestsThereAreRefused(PluginUnderTest plugin) {
    Exchange refused = plugin.send(get("/reports").header("x-api-key", "correct-horsf"));
    assertEquals(401, refused.status());
    assertEquals("a key is needed for reports", refused.text());
    assertEquals("90", refused.headers().first("retry-after").get());
    assertEquals(401, plugin.send(get("/reports")).status());
  }

  @EveryPlace
  void otherRoutesAreLeftAlone(PluginUnderTest plugin) {
    assertEquals(200, plugin.send(get("/reportsx")).status());
    assertEquals(200, plugin.send(post("/reports", "x")).status());
  }

  @EveryPlace
  void nothingLikeAKeyOpensARoute(PluginUnderTest plugin) {
    forAllRequests()
        .with(method("GET"))
        .with(path().under("/reports"))
        .with(header("x-api-key").isNot("correct-horse", "battery-staple"))
        .expect(plugin, exchange -> exchange.status() == 401 || exchange.status() == 400);
    forAllRequests()
        .with(path().notUnder("/reports"))
        .expect(plugin, exchange -> exchange.upstreamSaw().isDefined());
  }

  /** What docs/settings.md shows of errors. */
  @Test
  void everythingWrongIsToldAtOnceAndNoKeyIsShown() {
    String settings = "{\"default\": {\"keys\": [\"hunter2\"], \"retryAfter\": 30, \"raelm\": \"reports\"}}";
    SettingsRejected rejected =
        assertThrows(SettingsRejected.class, () -> new ApiKeys().define(Settings.of(settings)));
    assertEquals(
        List.of(
            "/default/raelm: is no known field; did you mean \"realm\"?",
            "/default/keys/0: the value is not a string of at least 8 characters",
            "/default/retryAfter: 30 is not a duration of at most 1h with its unit, such as \"250ms\", \"5s\" or"
                + " \"1m30s\""),
        rejected.errors().map(SettingsError::describe).toJavaList());
    assertFalse(rejected.getMessage().contains("hunter2"));
  }

  @Test
  void thePageOnSettingsShowsThisPlugin() throws IOException {
    String source = Files.readString(Path.of("api-keys/src/main/java/dev/sluice/examples/apikeys/ApiKeys.java"));
    String page = Files.readString(Path.of("..", "docs", "settings.md"));
    String shown = page.substring(page.indexOf("```java\n") + "```java\n".length(), page.indexOf("\n```\n"));
    assertTrue(source.contains(shown.strip()), "docs/settings.md begins with another plugin than examples/api-keys");
  }
}
