package dev.sluice.std.header;

import static dev.sluice.testkit.http.Request.get;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.sluice.dsl.Settings;
import dev.sluice.dsl.SettingsError;
import dev.sluice.dsl.SettingsRejected;
import dev.sluice.std.Filters;
import dev.sluice.std.HttpsPlugin;
import dev.sluice.std.header.SecureHeaders.Frames;
import dev.sluice.std.header.SecureHeaders.Hsts;
import dev.sluice.testkit.EveryPlace;
import dev.sluice.testkit.PluginUnderTest;
import dev.sluice.testkit.UsePlugin;
import dev.sluice.testkit.http.Headers;
import dev.sluice.testkit.http.Response;
import io.vavr.collection.Vector;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

@UsePlugin(SecureHeadersPlugin.class)
class SecureHeadersTest {
  private static final String HSTS = "strict-transport-security";
  private static final String ALL = """
      {"hsts": {"maxAge": "730d", "subdomains": true, "preload": true}, "frames": "sameorigin",
       "referrerPolicy": "no-referrer", "contentSecurityPolicy": "default-src 'self'",
       "permissionsPolicy": "camera=(), geolocation=(self)", "keepUpstream": true}
      """;

  @EveryPlace
  void defaults(PluginUnderTest plugin) {
    plugin.upstream(
        request -> Response.of(200, "").header("x-frame-options", "ALLOWALL").header("x-frame-options", "SAMEORIGIN"));
    Headers got = plugin.send(get("/")).headers();
    assertEquals(Vector.of("nosniff"), got.all("x-content-type-options"));
    assertEquals(Vector.of("DENY"), got.all("x-frame-options"));
    assertEquals(Vector.of("strict-origin-when-cross-origin"), got.all("referrer-policy"));
    assertFalse(got.has("content-security-policy"));
    assertFalse(got.has("permissions-policy"));
  }

  @EveryPlace
  void plainHttpIsToldNothingOfHttps(PluginUnderTest plugin) {
    assertFalse(plugin.send(get("/")).headers().has(HSTS));
  }

  @EveryPlace
  @UsePlugin(HttpsPlugin.class)
  @UsePlugin(value = SecureHeadersPlugin.class, settings = ALL)
  void httpsIsToStay(PluginUnderTest plugin) {
    assertEquals(
        Vector.of("max-age=63072000; includeSubDomains; preload"), plugin.send(get("/")).headers().all(HSTS));
    plugin.upstream(request -> Response.of(200, "").header(HSTS, "max-age=1"));
    assertEquals(Vector.of("max-age=1"), plugin.send(get("/")).headers().all(HSTS));
  }

  @EveryPlace
  @UsePlugin(HttpsPlugin.class)
  @UsePlugin(SecureHeadersPlugin.class)
  void httpsIsToStayAYear(PluginUnderTest plugin) {
    plugin.upstream(request -> Response.of(200, "").header(HSTS, "max-age=1"));
    assertEquals(Vector.of("max-age=31536000"), plugin.send(get("/")).headers().all(HSTS));
  }

  @EveryPlace
  @UsePlugin(value = SecureHeadersPlugin.class, settings = ALL)
  void theUpstreamsHeadersMayStay(PluginUnderTest plugin) {
    plugin.upstream(
        request -> Response.of(200, "").header("content-security-policy", "").header("x-frame-options", "DENY"));
    Headers got = plugin.send(get("/")).headers();
    assertEquals(Vector.of(""), got.all("content-security-policy"));
    assertEquals(Vector.of("DENY"), got.all("x-frame-options"));
    assertEquals(Vector.of("no-referrer"), got.all("referrer-policy"));
    assertEquals(Vector.of("camera=(), geolocation=(self)"), got.all("permissions-policy"));
  }

  /** What docs/filters/secureHeaders.md says of cost. */
  @EveryPlace
  void hostcalls(PluginUnderTest plugin) {
    assertEquals(
        Vector.of("proxy_get_header_map_value", "proxy_get_header_map_pairs", "proxy_set_header_map_pairs"),
        plugin.send(get("/")).hostcalls());
  }

  @Test
  void everythingWrongIsToldAtOnce() {
    assertEquals(
        List.of(
            "/hsts/maxAge: \"4000d\" is not a duration of at most 3660d with its unit, such as \"250ms\", \"5s\" or"
                + " \"1m30s\"",
            "/hsts/preload: 1 is not true or false",
            "/noSniff: \"yes\" is not true or false",
            "/frames: \"never\" is not one of \"deny\", \"sameorigin\", \"off\"",
            "/referrerPolicy: \"none\" is not one of \"no-referrer\", \"no-referrer-when-downgrade\", \"same-origin\","
                + " \"origin\", \"strict-origin\", \"origin-when-cross-origin\","
                + " \"strict-origin-when-cross-origin\", \"unsafe-url\", \"off\"",
            "/contentSecurityPolicy: has a control character, which a header cannot; take it out",
            "/permissionsPolicy: is blank; leave it out"),
        errors("""
            {"hsts": {"maxAge": "4000d", "preload": 1}, "noSniff": "yes", "frames": "never", "referrerPolicy": "none",
             "contentSecurityPolicy": "a\\nb", "permissionsPolicy": " "}
            """));
    assertEquals(
        List.of(
            "/hsts: hsts with preload needs subdomains and a maxAge of at least 365d; no list accepts it otherwise"),
        errors("{\"hsts\": {\"preload\": true}}"));
  }

  @Test
  void settingsAreWordsOfJavaToo() {
    SecureHeaders written = SecureHeaders.defaults()
        .hsts(new Hsts(Duration.ofDays(730), true, true))
        .frames(Frames.SAMEORIGIN)
        .referrerPolicy("no-referrer")
        .contentSecurityPolicy("default-src 'self'")
        .permissionsPolicy("camera=(), geolocation=(self)")
        .keepingUpstream();
    assertEquals(written, Settings.of(ALL).decode(SecureHeaders.DECODER));
    assertEquals(SecureHeaders.defaults(), Settings.none().decode(SecureHeaders.DECODER));
    assertEquals(Filters.secureHeaders(), new SecureHeadersPlugin().define(Settings.none()).filter());
    assertEquals(
        SecureHeaders.defaults().withoutHsts(),
        Settings.of("{\"hsts\": \"off\"}").decode(SecureHeaders.DECODER));
    assertThrows(IllegalArgumentException.class, () -> SecureHeaders.defaults().referrerPolicy("none"));
    assertThrows(IllegalArgumentException.class, () -> SecureHeaders.defaults().contentSecurityPolicy("a\r\nb"));
  }

  private static List<String> errors(String settings) {
    SettingsRejected rejected =
        assertThrows(SettingsRejected.class, () -> new SecureHeadersPlugin().define(Settings.of(settings)));
    return rejected.errors().map(SettingsError::describe).toJavaList();
  }
}
