package dev.sluice.std.auth;

import static dev.sluice.testkit.http.Request.get;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.dsl.Settings;
import dev.sluice.dsl.SettingsError;
import dev.sluice.dsl.SettingsRejected;
import dev.sluice.testkit.EveryPlace;
import dev.sluice.testkit.Exchange;
import dev.sluice.testkit.PluginUnderTest;
import dev.sluice.testkit.UsePlugin;
import dev.sluice.testkit.UseProxy;
import dev.sluice.testkit.http.Callee;
import dev.sluice.testkit.http.Headers;
import dev.sluice.testkit.http.Reply;
import dev.sluice.testkit.http.Response;
import dev.sluice.testkit.http.SeenRequest;
import io.vavr.collection.Vector;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

@UsePlugin(value = ExternalAuthPlugin.class, settings = ExternalAuthTest.CLOSED)
@UseProxy(clusters = "auth")
class ExternalAuthTest {
  static final String MORE = "\"cluster\": \"auth\", \"path\": \"/check?by=edge\","
      + " \"requestHeaders\": [\"authorization\", \"cookie\", \"x-token\"], \"allowedStatuses\": [200, 204],"
      + " \"passedOnStatuses\": [302, 401], \"upstreamHeaders\": [\"x-user\", \"x-role\"],"
      + " \"clientHeaders\": [\"www-authenticate\", \"location\"]";
  static final String CLOSED = "{" + MORE + "}";
  static final String OPEN = "{" + MORE + ", \"failOpen\": true, \"timeout\": \"300ms\"}";

  private static void says(PluginUnderTest plugin, Response response) {
    plugin.cluster("auth", Callee.of(asked -> response));
  }

  @EveryPlace
  void theServiceSeesWhatTheRequestIsForAndTheUpstreamWhatItSays(PluginUnderTest plugin) {
    AtomicReference<SeenRequest> asked = new AtomicReference<>();
    plugin.cluster("auth", Callee.of(request -> {
      asked.set(request);
      return Response.of(204, "").header("x-user", "ann");
    }));
    Exchange open = plugin.send(get("/orders?id=7").authority("shop.test")
        .header("authorization", "Bearer t")
        .header("cookie", "a=b")
        .header("x-other", "o")
        .header("x-user", "root")
        .header("x-role", "admin"));
    assertEquals(200, open.status());
    Headers upstream = open.upstreamSaw().get().headers();
    assertEquals(Vector.of("ann"), upstream.all("x-user"));
    assertEquals(Vector.empty(), upstream.all("x-role"), "what the service does not say, nobody says");
    assertEquals(Vector.of("Bearer t"), upstream.all("authorization"));
    SeenRequest question = asked.get();
    assertEquals("GET /check?by=edge", question.method() + " " + question.target());
    assertEquals(Vector.of("Bearer t"), question.headers().all("authorization"));
    assertEquals(Vector.of("a=b"), question.headers().all("cookie"));
    assertEquals(Vector.of("GET"), question.headers().all("x-forwarded-method"));
    assertEquals(Vector.of("shop.test"), question.headers().all("x-forwarded-host"));
    assertEquals(Vector.of("/orders?id=7"), question.headers().all("x-forwarded-uri"));
    assertEquals(Vector.empty(), question.headers().all("x-other"));
  }

  @EveryPlace
  void theClientGetsWhatTheServiceRefusesWith(PluginUnderTest plugin) {
    says(plugin, Response.of(401, "who are you?").header("www-authenticate", "Bearer").header("x-user", "ann"));
    Exchange refused = plugin.send(get("/"));
    assertEquals(401, refused.status());
    assertEquals("who are you?", refused.text());
    assertEquals(Vector.of("Bearer"), refused.headers().all("www-authenticate"));
    assertEquals(Vector.empty(), refused.headers().all("x-user"));
    assertTrue(refused.upstreamSaw().isEmpty());
    says(plugin, Response.of(302, "").header("location", "/login"));
    Exchange sent = plugin.send(get("/"));
    assertEquals(302, sent.status());
    assertEquals(Vector.of("/login"), sent.headers().all("location"));
    for (int status : List.of(201, 301, 404, 429)) {
      says(plugin, Response.of(status, "no"));
      assertEquals(403, plugin.send(get("/")).status());
    }
  }

  @EveryPlace
  void repeatedHeadersAreRefusedUnasked(PluginUnderTest plugin) {
    says(plugin, Response.of(200, ""));
    assertEquals(400,
        plugin.send(get("/").header("x-token", "a").header("x-token", "b")).status());
    assertEquals(200, plugin.send(get("/").header("cookie", "a=b").header("cookie", "c=d")).status());
  }

  /** Envoy makes one value of this header before filters see it: the service and the upstream get the same. */
  @EveryPlace
  void whatTheProxyHasPutTogetherIsOne(PluginUnderTest plugin) {
    plugin.cluster("auth", Callee.of(asked -> Response.of(200, "")
        .header("x-user", asked.headers().all("authorization").mkString("|"))));
    Exchange exchange = plugin.send(get("/").header("authorization", "a").header("authorization", "b"));
    if (exchange.status() == 200) {
      Headers upstream = exchange.upstreamSaw().get().headers();
      assertEquals(upstream.all("authorization"), upstream.all("x-user"));
    } else {
      assertEquals(400, exchange.status());
    }
  }

  @EveryPlace
  void whereTheServiceCannotSayRequestsAreRefused(PluginUnderTest plugin) {
    says(plugin, Response.of(500, "x"));
    assertEquals(503, plugin.send(get("/")).status());
    plugin.cluster("auth", asked -> Reply.reset());
    assertEquals(503, plugin.send(get("/")).status());
    plugin.cluster("auth", asked -> Reply.never());
    assertEquals(503, plugin.send(get("/")).status());
  }

  @EveryPlace
  @UsePlugin(value = ExternalAuthPlugin.class, settings = OPEN)
  void orPassWithoutTheHeadersThatItWouldHaveSet(PluginUnderTest plugin) {
    says(plugin, Response.of(401, ""));
    assertEquals(401, plugin.send(get("/")).status());
    for (Callee callee : Vector.<Callee>of(asked -> Reply.of(Response.of(503, "")), asked -> Reply.reset(),
        asked -> Reply.never())) {
      plugin.cluster("auth", callee);
      Exchange open = plugin.send(get("/").header("x-user", "root"));
      assertEquals(200, open.status());
      assertEquals(Vector.empty(), open.upstreamSaw().get().headers().all("x-user"));
    }
  }

  @EveryPlace
  void hostcallsOfTheWayThrough(PluginUnderTest plugin) {
    says(plugin, Response.of(200, "").header("x-user", "ann"));
    assertEquals(
        Vector.of("proxy_get_header_map_pairs", "proxy_http_call", "proxy_get_header_map_pairs",
            "proxy_set_effective_context", "proxy_replace_header_map_value", "proxy_remove_header_map_value",
            "proxy_continue_stream"),
        plugin.send(get("/")).hostcalls());
  }

  @Test
  void whatIsWrongWithSettingsIsToldAtOnce() {
    String settings = "{\"cluster\": \"\", \"path\": \"check\", \"timeout\": \"0s\", \"requestHeaders\": [\"a b\"],"
        + " \"allowedStatuses\": [500], \"passedOnStatuses\": [200], \"upstreamHeaders\": \"x\"}";
    SettingsRejected rejected =
        assertThrows(SettingsRejected.class, () -> new ExternalAuthPlugin().define(Settings.of(settings)));
    assertEquals(
        List.of("/cluster", "/path", "/timeout", "/requestHeaders/0", "/allowedStatuses/0", "/passedOnStatuses/0",
            "/upstreamHeaders"),
        rejected.errors().map(SettingsError::pointer).toJavaList());
    assertThrows(SettingsRejected.class, () -> new ExternalAuthPlugin()
        .define(Settings.of("{\"cluster\": \"c\", \"allowedStatuses\": [401]}")));
    ExternalAuth auth = ExternalAuth.by("auth", "/");
    assertThrows(IllegalArgumentException.class, () -> ExternalAuth.by("auth", "check"));
    assertThrows(IllegalArgumentException.class, () -> auth.allowStatuses());
    assertThrows(IllegalArgumentException.class, () -> auth.allowStatuses(500));
    assertThrows(IllegalArgumentException.class, () -> auth.sendHeaders("a b"));
    assertThrows(IllegalArgumentException.class, () -> auth.within(java.time.Duration.ZERO));
  }
}
