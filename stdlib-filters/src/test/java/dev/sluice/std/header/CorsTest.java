package dev.sluice.std.header;

import static dev.sluice.testkit.http.Request.get;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
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
import dev.sluice.testkit.http.Request;
import dev.sluice.testkit.http.Response;
import io.vavr.collection.Vector;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

@UsePlugin(value = CorsPlugin.class, settings = """
    {"origins": ["https://app.test", "https://*.example.com", "http://localhost:3000"], "methods": ["GET", "PUT"],
     "headers": ["X-Tenant"], "exposed": ["X-Request-Id", "etag"], "credentials": true, "maxAge": "1h"}
    """)
class CorsTest {
  private static final String APP = "https://app.test";
  private static final String ALLOW_ORIGIN = "access-control-allow-origin";
  private static final String CREDENTIALS = "access-control-allow-credentials";

  private static Request preflight(String origin) {
    return Request.of("OPTIONS", "/")
        .header("origin", origin)
        .header("access-control-request-method", "PUT")
        .header("access-control-request-headers", "x-tenant");
  }

  @EveryPlace
  void preflightsAreAnswered(PluginUnderTest plugin) {
    Exchange answer = plugin.send(preflight(APP));
    assertEquals(204, answer.status());
    assertTrue(answer.upstreamSaw().isEmpty());
    assertEquals(Vector.of(APP), answer.headers().all(ALLOW_ORIGIN));
    assertEquals(Vector.of("true"), answer.headers().all(CREDENTIALS));
    assertEquals(Vector.of("GET, PUT"), answer.headers().all("access-control-allow-methods"));
    assertEquals(Vector.of("x-tenant"), answer.headers().all("access-control-allow-headers"));
    assertEquals(Vector.of("3600"), answer.headers().all("access-control-max-age"));
    assertEquals(
        Vector.of("origin, access-control-request-method, access-control-request-headers"),
        answer.headers().all("vary"));
  }

  @EveryPlace
  void preflightsOfOthersAreRefused(PluginUnderTest plugin) {
    for (String origin : List.of("https://evil.test", "null", "HTTPS://APP.TEST", "https://app.test/",
        "https://app.test:1",
        "https://.example.com", "https://example.com", "https://a/.example.com", "https://a:1.example.com",
        "https://evil.test?.example.com@x", "https://" + "a".repeat(9000))) {
      Exchange refused = plugin.send(preflight(origin));
      assertEquals(403, refused.status(), origin);
      assertFalse(refused.headers().has(ALLOW_ORIGIN), origin);
      assertTrue(refused.headers().has("vary"), origin);
    }
    Request odd = Request.of("OPTIONS", "/").header("origin", Bytes.wrap(new byte[] {(byte) 0xff, 'a'}));
    assertEquals(403, plugin.send(odd.header("access-control-request-method", "PUT")).status());
    assertEquals(403, plugin.send(preflight(APP).header("origin", APP)).status());
  }

  @EveryPlace
  void responsesSayWhoMayReadThem(PluginUnderTest plugin) {
    plugin.upstream(
        request -> Response.of(200, "")
            .header(ALLOW_ORIGIN, "*")
            .header(ALLOW_ORIGIN, "https://evil.test")
            .header("access-control-expose-headers", "*")
            .header("vary", "accept")
            .header("vary", "x-tenant"));
    for (String origin : List.of(APP, "https://a.example.com", "https://a.b-c.example.com", "http://localhost:3000")) {
      Exchange allowed = plugin.send(get("/").header("origin", origin));
      assertEquals(Vector.of(origin), allowed.headers().all(ALLOW_ORIGIN));
      assertEquals(Vector.of("true"), allowed.headers().all(CREDENTIALS));
      assertEquals(Vector.of("x-request-id, etag"), allowed.headers().all("access-control-expose-headers"));
      assertEquals(Vector.of("accept,x-tenant,origin"), vary(allowed));
    }
    for (Request request : List.of(get("/"), get("/").header("origin", "https://evil.test"),
        get("/").header("origin", APP).header("origin", "https://evil.test"), get("/").header("origin", ""))) {
      Exchange other = plugin.send(request);
      assertEquals(200, other.status());
      assertFalse(other.headers().has(ALLOW_ORIGIN));
      assertFalse(other.headers().has(CREDENTIALS));
      assertFalse(other.headers().has("access-control-expose-headers"));
      assertEquals(Vector.of("accept,x-tenant,origin"), vary(other));
    }
  }

  /** Without spaces: Envoy may join lines before the filter does. */
  private static Vector<String> vary(Exchange exchange) {
    return exchange.headers().all("vary").map(line -> line.replace(" ", ""));
  }

  @EveryPlace
  void aVaryThatSaysItAlreadyStays(PluginUnderTest plugin) {
    plugin.upstream(request -> Response.of(200, "").header("vary", "accept, Origin"));
    assertEquals(Vector.of("accept, Origin"), plugin.send(get("/")).headers().all("vary"));
    plugin.upstream(request -> Response.of(200, "").header("vary", "*"));
    assertEquals(Vector.of("*"), plugin.send(get("/")).headers().all("vary"));
  }

  @EveryPlace
  void refusalsOfInnerFiltersCanBeRead(PluginUnderTest plugin) {
    Exchange refused = plugin.send(get("/refused").header("origin", APP));
    assertEquals(401, refused.status());
    assertEquals(Vector.of(APP), refused.headers().all(ALLOW_ORIGIN));
  }

  @EveryPlace
  void whatIsNoPreflightPasses(PluginUnderTest plugin) {
    assertEquals(200, plugin.send(Request.of("OPTIONS", "/").header("origin", APP)).status());
    assertEquals(200, plugin.send(Request.of("OPTIONS", "/").header("access-control-request-method", "PUT")).status());
    assertEquals(200,
        plugin.send(get("/").header("origin", APP).header("access-control-request-method", "PUT")).status());
  }

  @EveryPlace
  @UsePlugin(value = CorsPlugin.class, settings = "{\"origins\": [\"*\"], \"exposed\": [\"*\"], \"headers\": []}")
  void everybody(PluginUnderTest plugin) {
    Exchange answer = plugin.send(preflight("https://any.test"));
    assertEquals(204, answer.status());
    assertEquals(Vector.of("*"), answer.headers().all(ALLOW_ORIGIN));
    assertFalse(answer.headers().has("access-control-allow-headers"));
    plugin.upstream(request -> Response.of(200, "").header(ALLOW_ORIGIN, "x").header(CREDENTIALS, "true"));
    Exchange passed = plugin.send(get("/"));
    assertEquals(Vector.of("*"), passed.headers().all(ALLOW_ORIGIN));
    assertFalse(passed.headers().has(CREDENTIALS));
    assertFalse(passed.headers().has("vary"));
  }

  /** What docs/filters/cors.md says of cost. */
  @EveryPlace
  void hostcalls(PluginUnderTest plugin) {
    String read = "proxy_get_header_map_pairs";
    String vary = "proxy_replace_header_map_value";
    String add = "proxy_add_header_map_value";
    assertEquals(Vector.of(read, read, vary), plugin.send(get("/")).hostcalls());
    assertEquals(Vector.of(read, read, vary, add, add, add), plugin.send(get("/").header("origin", APP)).hostcalls());
  }

  @Test
  void everythingWrongIsToldAtOnce() {
    String origin = " is not an origin as browsers send it, such as \"https://app.example.com\","
        + " \"https://*.example.com\" or \"*\"";
    assertEquals(
        List.of(
            "/origins/0: \"https://a.test/\"" + origin,
            "/origins/1: \"https://A.test\"" + origin,
            "/origins/2: \"https://a.test:443\"" + origin,
            "/origins/3: \"a.test\"" + origin,
            "/origins/4: \"null\"" + origin,
            "/methods/0: is no method, such as \"PUT\"",
            "/headers/0: \"a b\" is not a header name, such as \"x-user-id\"",
            "/credentials: 1 is not true or false",
            "/maxAge: \"25h\" is not a duration of at most 1d with its unit, such as \"250ms\", \"5s\" or \"1m30s\""),
        errors("""
            {"origins": ["https://a.test/", "https://A.test", "https://a.test:443", "a.test", "null"],
             "methods": ["GET PUT"], "headers": ["a b"], "maxAge": "25h", "credentials": 1}
            """));
  }

  @Test
  void everybodyWithCredentialsIsRefused() {
    String refused =
        "cors: \"*\" with credentials, which browsers refuse (Fetch Standard, section 3.3.5); give names";
    assertEquals(List.of(refused), errors("{\"origins\": [\"*\"], \"credentials\": true}"));
    assertEquals(
        List.of(refused),
        errors("{\"origins\": [\"https://a.test\"], \"credentials\": true, \"headers\": [\"*\"]}"));
    assertEquals(
        List.of("cors: no origin, or \"*\" beside others; give \"*\" alone or origins"),
        errors("{\"origins\": [\"*\", \"https://a.test\"]}"));
  }

  @Test
  void settingsAreWordsOfJavaToo() {
    Cors read = Settings.of("""
        {"origins": ["https://a.test"], "methods": ["PUT"], "headers": ["x-a"], "exposed": ["x-b"], "credentials": true,
         "maxAge": "0s"}
        """).decode(Cors.DECODER);
    Cors written = Cors.from("https://a.test").methods("PUT").headers("x-a").exposing("x-b").withCredentials();
    assertEquals(written.maxAge(Duration.ZERO), read);
    assertEquals(Cors.fromAnywhere(), Settings.of("{\"origins\": [\"*\"]}").decode(Cors.DECODER));
    for (Executable bad : List.<Executable>of(
        () -> Cors.from(), () -> Cors.from("null"), () -> written.methods("a b"), () -> written.headers("a b"),
        () -> written.exposing("a\r\nb"), () -> written.maxAge(Duration.ofDays(2)), () -> written.exposing("*"))) {
      assertThrows(IllegalArgumentException.class, bad);
    }
  }

  private static List<String> errors(String settings) {
    SettingsRejected rejected =
        assertThrows(SettingsRejected.class, () -> new CorsPlugin().define(Settings.of(settings)));
    return rejected.errors().map(SettingsError::describe).toJavaList();
  }
}
