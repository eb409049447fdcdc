package dev.sluice.std.body;

import static dev.sluice.std.Filters.maskBody;
import static dev.sluice.testkit.http.Request.get;
import static dev.sluice.testkit.http.Request.post;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.sluice.abi.Bytes;
import dev.sluice.dsl.Settings;
import dev.sluice.dsl.SettingsError;
import dev.sluice.dsl.SettingsRejected;
import dev.sluice.testkit.EveryPlace;
import dev.sluice.testkit.Place;
import dev.sluice.testkit.PluginUnderTest;
import dev.sluice.testkit.UsePlugin;
import dev.sluice.testkit.http.Request;
import dev.sluice.testkit.http.Response;
import io.vavr.collection.Vector;
import java.util.List;
import org.junit.jupiter.api.Test;

@UsePlugin(value = MaskBodyPlugin.class, settings = MaskBodyTest.RESPONSES)
class MaskBodyTest {
  static final String MASKS = "\"masks\": [{\"kind\": \"digits\", \"fewest\": 8}, {\"kind\": \"text\","
      + " \"text\": \"secret\"}, {\"kind\": \"regex\", \"regex\": \"k-[a-z]+\", \"mask\": \"k-?\", \"longest\": 32}]";
  static final String RESPONSES = "{" + MASKS + ", \"contentTypes\": [\"text/\", \"application/json\"]}";
  static final String REQUESTS = "{\"message\": \"request\", " + MASKS + "}";

  private static final String PLAIN = "1234567, 12345678 a secret k-abc";
  private static final String MASKED = "1234567, ****5678 a *** k-?";

  @EveryPlace
  void responsesAreMaskedAcrossPieces(PluginUnderTest plugin) {
    for (String type : List.of("text/html", "Application/JSON")) {
      plugin.upstream(seen -> Response.of(200, PLAIN).header("content-type", type));
      assertEquals(MASKED, plugin.send(get("/")).text());
    }
    plugin.upstream(seen -> Response.of(200, PLAIN).header("content-type", "image/png"));
    assertEquals(PLAIN, plugin.send(get("/")).text(), "other types are left alone");
  }

  @EveryPlace
  @UsePlugin(value = MaskBodyPlugin.class, settings = REQUESTS)
  void requestsAreMaskedAcrossPieces(PluginUnderTest plugin) {
    assertEquals(MASKED, plugin.send(post("/", PLAIN)).upstreamSaw().get().body().utf8());
    assertEquals(MASKED,
        plugin.send(Request.of("POST", "/").pieces("1234567, 1234", "5678 a sec", "ret k-", "abc"))
            .upstreamSaw()
            .get()
            .body()
            .utf8());
    Bytes odd = Bytes.latin1("\u00ff\u0080\u0000");
    assertEquals(odd, plugin.send(Request.of("POST", "/").body(odd)).upstreamSaw().get().body());
    assertEquals(200, plugin.send(get("/")).status());
  }

  /** Envoy may hand the end of a body over as a piece of its own, and what was kept is written then. */
  @EveryPlace(in = {Place.Kind.JVM, Place.Kind.EMBEDDED})
  @UsePlugin(value = MaskBodyPlugin.class, settings = REQUESTS)
  void hostcallsOfTheWayThrough(PluginUnderTest plugin) {
    assertEquals(Vector.of("proxy_get_header_map_pairs", "proxy_remove_header_map_value", "proxy_get_buffer_bytes",
        "proxy_set_buffer_bytes"), plugin.send(post("/", "nothing")).hostcalls());
  }

  @Test
  void whatIsWrongWithSettingsIsToldAtOnce() {
    String settings = "{\"message\": \"body\", \"masks\": [{\"kind\": \"digits\", \"fewest\": 1}, {\"kind\": \"text\","
        + " \"text\": \"\"}, {\"kind\": \"regex\", \"regex\": \"(\"}, {\"kind\": \"regex\", \"regex\": \"a*\"}, {}],"
        + " \"contentTypes\": [\"\"]}";
    SettingsRejected rejected =
        assertThrows(SettingsRejected.class, () -> new MaskBodyPlugin().define(Settings.of(settings)));
    assertEquals(
        List.of("/message", "/masks/0/fewest", "/masks/1/text", "/masks/2", "/masks/3", "/masks/4/kind",
            "/contentTypes/0"),
        rejected.errors().map(SettingsError::pointer).toJavaList());
    assertThrows(IllegalArgumentException.class, () -> maskBody(MaskBody.ofRequest()));
    assertThrows(IllegalArgumentException.class, () -> MaskBody.ofRequest().digits(1));
  }
}
