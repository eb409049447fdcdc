package dev.sluice.std.limit;

import static dev.sluice.dsl.Sluice.*;
import static dev.sluice.testkit.http.Request.get;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.abi.Bytes;
import dev.sluice.dsl.Settings;
import dev.sluice.dsl.SettingsError;
import dev.sluice.dsl.SettingsRejected;
import dev.sluice.testkit.EveryPlace;
import dev.sluice.testkit.Exchange;
import dev.sluice.testkit.PluginUnderTest;
import dev.sluice.testkit.UsePlugin;
import dev.sluice.testkit.UseProxy;
import dev.sluice.testkit.http.Reply;
import dev.sluice.testkit.http.Request;
import io.vavr.collection.Vector;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

@UsePlugin(value = LocalRateLimitPlugin.class, settings = LocalRateLimitTest.BY_HEADER)
@UseProxy(workers = 2)
class LocalRateLimitTest {
  static final String BY_HEADER = "{\"name\": \"calls\", \"requests\": 5, \"per\": \"1h\","
      + " \"by\": {\"kind\": \"header\", \"name\": \"x-tenant\"}, \"slots\": 1024, \"tellClients\": true}";
  static final String SHARED = "{\"requests\": 3, \"per\": \"1h\", \"slots\": 1,"
      + " \"by\": {\"kind\": \"header\", \"name\": \"x-tenant\"}}";
  static final String SHORT = "{\"requests\": 1, \"per\": \"1500ms\"}";
  static final String BY_CLIENT = "{\"requests\": 2, \"per\": \"1h\", \"by\": {\"kind\": \"client\","
      + " \"trustedProxies\": 1}}";
  static final String BY_ROUTE = "{\"requests\": 2, \"per\": \"1h\", \"by\": {\"kind\": \"route\"}}";

  private static Request of(String tenant) {
    return get("/").header("x-tenant", tenant);
  }

  /** How many of so many requests, which go to the workers in turn, pass. */
  private static int passing(PluginUnderTest plugin, int requests, Request request) {
    int passed = 0;
    for (int i = 0; i < requests; i++) {
      passed += plugin.sendTo(i % 2, request).status() == 200 ? 1 : 0;
    }
    return passed;
  }

  @EveryPlace
  void allWorkersTogetherLetExactlySoManyThrough(PluginUnderTest plugin) {
    assertEquals(5, passing(plugin, 12, of("exact")));
    assertEquals(5, passing(plugin, 12, of("exactly")), "another key has its own");
    assertEquals(5, passing(plugin, 12, of("x".repeat(20_000))));
    assertEquals(5, passing(plugin, 12, get("/").header("x-tenant", Bytes.latin1("\u00ff\u0080"))));
    assertEquals(5, passing(plugin, 12, get("/")), "those without a key share one");
    assertEquals(0, passing(plugin, 2, of("")), "as those with an empty one do");
  }

  @EveryPlace
  void clientsAreToldWhatIsLeftAndWhenToComeBack(PluginUnderTest plugin) {
    Exchange first = plugin.sendTo(0, of("told"));
    assertEquals(Vector.of("\"calls\";q=5;w=3600"), first.headers().all("ratelimit-policy"));
    assertTrue(first.headers().first("ratelimit").get().startsWith("\"calls\";r=4;t="), first::toString);
    passing(plugin, 4, of("told"));
    Exchange refused = plugin.sendTo(0, of("told"));
    assertEquals(429, refused.status());
    assertTrue(refused.upstreamSaw().isEmpty());
    long wait = Long.parseLong(refused.headers().first("retry-after").get());
    assertTrue(wait > 0 && wait <= 3600, refused::toString);
    assertEquals(Vector.of("\"calls\";q=5;w=3600"), refused.headers().all("ratelimit-policy"));
    assertEquals(Vector.of("\"calls\";r=0;t=" + wait), refused.headers().all("ratelimit"));
  }

  @EveryPlace
  @UsePlugin(value = LocalRateLimitPlugin.class, settings = SHARED)
  void keysThatShareABucketGetNoMoreTogether(PluginUnderTest plugin) {
    assertEquals(2, passing(plugin, 2, of("a")));
    assertEquals(1, passing(plugin, 4, of("b")));
    assertEquals(0, passing(plugin, 2, of("a")));
  }

  @EveryPlace
  @UsePlugin(value = LocalRateLimitPlugin.class, settings = SHORT)
  void tokensComeInAgain(PluginUnderTest plugin) {
    plugin.upstreamReacts(slow -> Reply.after(Duration.ofSeconds(2), PluginUnderTest.UPSTREAM));
    assertEquals(200, plugin.send(get("/")).status());
    plugin.upstreamReacts(quick -> Reply.of(PluginUnderTest.UPSTREAM));
    assertEquals(200, plugin.send(get("/")).status(), "while the upstream took its time a token came in");
    Exchange last = plugin.send(get("/"));
    for (int i = 0; i < 1000 && last.status() != 429; i++) {
      last = plugin.send(get("/"));
    }
    assertEquals(429, last.status());
    assertEquals(Vector.of("\"default\";q=1"), last.headers().all("ratelimit-policy"), "1.5 s are no whole seconds");
  }

  @EveryPlace
  @UsePlugin(value = LocalRateLimitPlugin.class, settings = BY_CLIENT)
  void clientsAreToldApart(PluginUnderTest plugin) {
    assertEquals(2, passing(plugin, 4, get("/").header("x-forwarded-for", "9.9.9.9, 203.0.113.7")));
    assertEquals(0, passing(plugin, 2, get("/").header("x-forwarded-for", "8.8.8.8, 203.0.113.7")));
    assertEquals(2, passing(plugin, 4, get("/").header("x-forwarded-for", "203.0.113.8")));
    assertEquals(2, passing(plugin, 4, get("/").header("x-forwarded-for", "unknown")));
  }

  @EveryPlace
  @UsePlugin(value = LocalRateLimitPlugin.class, settings = BY_ROUTE)
  void routesAreLimited(PluginUnderTest plugin) {
    assertEquals(2, passing(plugin, 4, get("/")));
  }

  @EveryPlace
  @UsePlugin(value = LocalRateLimitPlugin.class, settings = SHARED)
  void hostcallsOfTheWayThroughAndOfARefusal(PluginUnderTest plugin) {
    Vector<String> taken = Vector.of("proxy_get_header_map_value", "proxy_get_current_time_nanoseconds",
        "proxy_get_shared_data");
    plugin.await("an empty bucket", () -> {
      Exchange exchange = plugin.send(of("a"));
      assertEquals(
          taken.append(exchange.status() == 200 ? "proxy_set_shared_data" : "proxy_send_local_response"),
          exchange.hostcalls());
      return exchange.status() == 429;
    });
  }

  @Test
  void whatIsWrongWithSettingsIsToldAtOnce() {
    String settings = "{\"name\": \"a b\", \"requests\": 0, \"per\": \"0s\", \"burst\": -1, \"slots\": 65537,"
        + " \"by\": {\"kind\": \"clients\"}, \"tellClients\": 1}";
    SettingsRejected rejected =
        assertThrows(SettingsRejected.class, () -> new LocalRateLimitPlugin().define(Settings.of(settings)));
    assertEquals(
        List.of("/name", "/requests", "/per", "/burst", "/by/kind", "/slots", "/tellClients"),
        rejected.errors().map(SettingsError::pointer).toJavaList());
    assertThrows(IllegalArgumentException.class, () -> LocalRateLimit.of("a\"b", 1, Duration.ofSeconds(1)));
    assertThrows(IllegalArgumentException.class, () -> LocalRateLimit.of("a", 0, Duration.ofSeconds(1)));
    assertThrows(IllegalArgumentException.class, () -> LocalRateLimit.of("a", 1, Duration.ZERO));
    LocalRateLimit limit = LocalRateLimit.of("a", 1, Duration.ofSeconds(1));
    assertThrows(IllegalArgumentException.class, () -> limit.slots(0));
    assertThrows(IllegalArgumentException.class, () -> limit.burst(0));
    assertThrows(IllegalArgumentException.class, () -> limit.by(null));
  }

  @Test
  void whereTokensCannotBeTakenRequestsPassIfTheyMay() {
    LocalRateLimit limit = LocalRateLimit.of("a", 1, Duration.ofSeconds(1)).by(path());
    assertTrue(limit.filter().requestParts().toString().contains("onFailure=[]"));
    assertTrue(!limit.failOpen().filter().requestParts().toString().contains("onFailure=[]"));
  }
}
