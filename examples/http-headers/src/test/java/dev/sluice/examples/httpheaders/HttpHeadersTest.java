package dev.sluice.examples.httpheaders;

import static dev.sluice.testkit.http.Request.get;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.dsl.Settings;
import dev.sluice.dsl.SettingsRejected;
import dev.sluice.testkit.EveryPlace;
import dev.sluice.testkit.Exchange;
import dev.sluice.testkit.LogEntry;
import dev.sluice.testkit.PluginUnderTest;
import dev.sluice.testkit.UsePlugin;
import dev.sluice.testkit.http.Response;
import io.vavr.collection.Vector;
import org.junit.jupiter.api.Test;

@UsePlugin(value = HttpHeaders.class, settings = "{\"header\": \"x-served-by\", \"value\": \"sluice\"}")
class HttpHeadersTest {
  @EveryPlace
  void headersAreChangedBothWays(PluginUnderTest plugin) {
    Exchange exchange = plugin.send(get("/").header("test", "worst").header("test", "other"));
    assertEquals(Vector.of("best"), exchange.upstreamSaw().get().headers().all("test"));
    assertEquals(Vector.of("sluice"), exchange.headers().all("x-served-by"));
  }

  @EveryPlace
  void allHeadersAreLogged(PluginUnderTest plugin) {
    plugin.upstream(request -> Response.of(200, "").header("x-from", "upstream"));
    plugin.send(get("/greeting").header("x-a", "1").header("x-a", "2"));
    plugin.await("the end in the log", () -> plugin.logs().exists(line -> line.text().equals("GET /greeting is over")));
    Vector<String> lines = plugin.logs().map(LogEntry::text);
    String request = lines.find(line -> line.startsWith("request: ")).get();
    assertTrue(request.contains(":path: /greeting, "), request);
    assertTrue(request.contains("x-a: 1, ") && request.contains("x-a: 2"), request);
    assertTrue(request.contains("test: best"), request);
    String response = lines.find(line -> line.startsWith("response: ")).get();
    assertTrue(response.contains(":status: 200") && response.contains("x-from: upstream"), response);
  }

  @Test
  void settingsAreChecked() {
    assertThrows(SettingsRejected.class, () -> new HttpHeaders().define(Settings.of("{\"header\": \"a b\"}")));
  }
}
