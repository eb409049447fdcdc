package dev.sluice.testkit.acceptance;

import static dev.sluice.testkit.http.Request.get;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.abi.Bytes;
import dev.sluice.testkit.EveryPlace;
import dev.sluice.testkit.Exchange;
import dev.sluice.testkit.PluginUnderTest;
import dev.sluice.testkit.UsePlugin;
import dev.sluice.testkit.http.Request;
import dev.sluice.testkit.http.Response;
import dev.sluice.testkit.plugins.RequireOneUser;
import dev.sluice.testkit.plugins.RequireUser;
import io.vavr.collection.Vector;

/** The example of the first page, in every place. */
@UsePlugin(RequireUser.class)
class RequireUserTest {
  private static final Bytes NOT_UTF8 = Bytes.latin1("\u00ff\u0080\u00fe");

  @EveryPlace
  void refusesWithoutTheHeader(PluginUnderTest plugin) {
    assertRefused(plugin.send(get("/")));
    assertRefused(plugin.send(Request.post("/x?y=z", "body").header("x-user", "7")));
  }

  @EveryPlace
  void refusesAnEmptyHeader(PluginUnderTest plugin) {
    assertRefused(plugin.send(get("/").header("x-user-id", "")));
    assertRefused(plugin.send(get("/").header("x-user-id", " \t ")));
  }

  private static void assertRefused(Exchange exchange) {
    assertEquals(403, exchange.status());
    assertEquals("Forbidden", exchange.text());
    assertEquals("9", exchange.headers().first("content-length").get());
    assertTrue(exchange.upstreamSaw().isEmpty());
    assertEquals(Vector.of("proxy_get_header_map_value", "proxy_send_local_response"), exchange.hostcalls());
    assertEquals(Vector.empty(), exchange.logs());
  }

  @EveryPlace
  void passesWithTheHeader(PluginUnderTest plugin) {
    plugin.upstream(request -> Response.of(201, request.body().utf8() + "!").header("x-from", "upstream"));
    Exchange exchange = plugin.send(Request.put("/a/b?c=d", "body").header("X-User-Id", "7"));
    assertEquals(201, exchange.status());
    assertEquals("body!", exchange.text());
    assertEquals("upstream", exchange.headers().first("x-from").get());
    assertEquals("PUT", exchange.upstreamSaw().get().method());
    assertEquals("/a/b?c=d", exchange.upstreamSaw().get().target());
    assertEquals(Vector.of("7"), exchange.upstreamSaw().get().headers().all("x-user-id"));
    assertEquals(Vector.of("proxy_get_header_map_value"), exchange.hostcalls());
  }

  @EveryPlace
  void looksAtTheFirstOfRepeatedHeaders(PluginUnderTest plugin) {
    Exchange passed = plugin.send(get("/").header("x-user-id", "7").header("x-user-id", ""));
    assertEquals(200, passed.status());
    assertEquals(Vector.of("7", ""), passed.upstreamSaw().get().headers().all("x-user-id"));
    assertEquals(403, plugin.send(get("/").header("x-user-id", "").header("x-user-id", "7")).status());
  }

  @EveryPlace
  @UsePlugin(RequireOneUser.class)
  void singleRefusesRepeatedHeaders(PluginUnderTest plugin) {
    assertEquals(200, plugin.send(get("/").header("x-user-id", "7")).status());
    assertEquals(403, plugin.send(get("/")).status());
    Exchange refused = plugin.send(get("/").header("x-user-id", "7").header("x-user-id", "8"));
    assertEquals(400, refused.status());
    assertTrue(refused.upstreamSaw().isEmpty());
  }

  @EveryPlace
  void passesValuesThatAreNotUtf8(PluginUnderTest plugin) {
    Exchange exchange = plugin.send(get("/").header("x-user-id", NOT_UTF8));
    assertEquals(200, exchange.status());
    assertEquals(Vector.of(NOT_UTF8), exchange.upstreamSaw().get().headers().bytes("x-user-id"));
  }
}
