package dev.sluice.examples.httprouting;

import static dev.sluice.testkit.http.Request.get;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.dsl.Settings;
import dev.sluice.dsl.SettingsRejected;
import dev.sluice.testkit.EveryPlace;
import dev.sluice.testkit.Exchange;
import dev.sluice.testkit.PluginUnderTest;
import dev.sluice.testkit.UsePlugin;
import io.vavr.collection.Vector;
import org.junit.jupiter.api.Test;

class HttpRoutingTest {
  @EveryPlace
  @UsePlugin(value = HttpRouting.class, settings = "{\"percent\": 100, \"authority\": \"canary.example\"}")
  void allOfThem(PluginUnderTest plugin) {
    assertEquals(20, canaries(plugin));
  }

  @EveryPlace
  @UsePlugin(value = HttpRouting.class, settings = "{\"percent\": 0, \"authority\": \"canary.example\"}")
  void noneOfThem(PluginUnderTest plugin) {
    assertEquals(0, canaries(plugin));
  }

  private static int canaries(PluginUnderTest plugin) {
    int canaries = 0;
    for (int i = 0; i < 20; i++) {
      Exchange exchange = plugin.send(get("/").authority("service.example"));
      String authority = exchange.upstreamSaw().get().authority();
      assertTrue(Vector.of("service.example", "canary.example").contains(authority), authority);
      canaries += authority.equals("canary.example") ? 1 : 0;
    }
    return canaries;
  }

  @Test
  void aShareIsAPercentage() {
    Settings settings = Settings.of("{\"percent\": 101, \"authority\": \"canary.example\"}");
    assertThrows(SettingsRejected.class, () -> new HttpRouting().define(settings));
  }
}
