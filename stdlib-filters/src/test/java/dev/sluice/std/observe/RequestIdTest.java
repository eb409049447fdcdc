package dev.sluice.std.observe;

import static dev.sluice.testkit.http.Request.get;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
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
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@UsePlugin(value = RequestIdPlugin.class, settings = "{\"header\": \"X-Id\"}")
class RequestIdTest {
  private static final String ID = "x-id";

  @EveryPlace
  void anIdThatIsFitStays(PluginUnderTest plugin) {
    plugin.upstream(request -> Response.of(200, "").header(ID, "the upstream's").header(ID, "own"));
    for (String id : List.of("a", "Root=1-67891233-abcdef012345678912345678", "a/b+c==", "x".repeat(128))) {
      Exchange exchange = plugin.send(get("/").header(ID, id));
      assertEquals(Vector.of(id), exchange.upstreamSaw().get().headers().all(ID));
      assertEquals(Vector.of(id), exchange.headers().all(ID));
    }
  }

  @EveryPlace
  void allElseGetsARandomOne(PluginUnderTest plugin) {
    for (Request request : List.of(get("/"), get("/").header(ID, ""), get("/").header(ID, "a b"),
        get("/").header(ID, "a\"b"), get("/").header(ID, "x".repeat(129)), get("/").header(ID, "%41"),
        get("/").header(ID, Bytes.wrap(new byte[] {'a', (byte) 0xff})), get("/").header(ID, "a").header(ID, "a"))) {
      Exchange exchange = plugin.send(request);
      Vector<String> id = exchange.upstreamSaw().get().headers().all(ID);
      assertEquals(1, id.size());
      assertEquals(4, UUID.fromString(id.head()).version());
      assertEquals(id, exchange.headers().all(ID));
      assertNotEquals(id, plugin.send(request).headers().all(ID));
    }
  }

  @EveryPlace
  void stepsBehindKnowTheId(PluginUnderTest plugin) {
    assertEquals("an-id", plugin.send(get("/").header(ID, "an-id")).logs().head().text());
  }

  @EveryPlace
  @UsePlugin(value = RequestIdPlugin.class, settings = "{\"version\": \"v7\", \"keep\": false, \"echo\": false}")
  void idsThatSortByTime(PluginUnderTest plugin) {
    Exchange exchange = plugin.send(get("/").header("x-request-id", "mine"));
    UUID id = UUID.fromString(exchange.upstreamSaw().get().headers().first("x-request-id").get());
    assertEquals(7, id.version());
    assertEquals(2, id.variant());
    assertFalse(exchange.headers().has("x-request-id"));
    UUID later = UUID.fromString(plugin.send(get("/")).upstreamSaw().get().headers().first("x-request-id").get());
    assertTrue(later.getMostSignificantBits() >>> 16 >= id.getMostSignificantBits() >>> 16);
  }

  /** The example of RFC 9562, appendix A.6. */
  @Test
  void version7IsThatOfTheRfc() {
    assertEquals(
        "017f22e2-79b0-7cc3-98c4-dc0c0c07398f",
        UuidV7.of(0x017F22E279B0L, "ffffffff-ffff-4cc3-98c4-dc0c0c07398f"));
  }

  /** What docs/filters/requestId.md says of cost. */
  @EveryPlace
  void hostcalls(PluginUnderTest plugin) {
    String read = "proxy_get_header_map_pairs";
    String write = "proxy_replace_header_map_value";
    String ofTheTest = "proxy_log";
    assertEquals(Vector.of(read, write, ofTheTest), plugin.send(get("/").header(ID, "a")).hostcalls());
    assertEquals(Vector.of(read, write, write, ofTheTest), plugin.send(get("/")).hostcalls());
  }

  @Test
  void everythingWrongIsToldAtOnce() {
    SettingsRejected rejected = assertThrows(
        SettingsRejected.class,
        () -> new RequestIdPlugin().define(Settings.of("{\"header\": \"a b\", \"version\": 4, \"keep\": \"no\"}")));
    assertEquals(
        List.of(
            "/header: \"a b\" is not a header name, such as \"x-user-id\"",
            "/version: 4 is not one of \"v4\", \"v7\"",
            "/keep: \"no\" is not true or false"),
        rejected.errors().map(SettingsError::describe).toJavaList());
  }

  @Test
  void settingsAreWordsOfJavaToo() {
    assertEquals(RequestId.standard(), Settings.none().decode(RequestId.DECODER));
    assertEquals(
        RequestId.inHeader("x-id").version(RequestId.Version.V7).always().withoutEcho(),
        Settings.of("{\"header\": \"x-id\", \"version\": \"v7\", \"keep\": false, \"echo\": false}")
            .decode(RequestId.DECODER));
    assertThrows(IllegalArgumentException.class, () -> RequestId.inHeader("a b"));
  }
}
