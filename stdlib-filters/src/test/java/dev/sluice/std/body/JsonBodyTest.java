package dev.sluice.std.body;

import static dev.sluice.testkit.http.Request.get;
import static dev.sluice.testkit.http.Request.post;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.abi.Bytes;
import dev.sluice.data.json.JsonKind;
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
import org.junit.jupiter.api.Test;

@UsePlugin(value = JsonBodyPlugin.class, settings = JsonBodyTest.REQUESTS)
class JsonBodyTest {
  static final String REQUESTS = "{\"require\": {\"/order/id\": \"any\", \"/order/amount\": \"number\"},"
      + " \"rename\": {\"/order/amount\": \"cents\"}, \"set\": {\"/via\": \"edge\"},"
      + " \"setFromHeader\": {\"/order/user\": \"x-user\"}, \"remove\": [\"/debug\"], \"limit\": \"1kB\"}";
  static final String RESPONSES = "{\"message\": \"response\", \"remove\": [\"/internal\"],"
      + " \"setFromHeader\": {\"/to\": \"x-user\"}}";
  static final String LOOKING = "{\"require\": {\"/a\": \"any\"}}";

  @EveryPlace
  void bodiesAreChangedAtPlaces(PluginUnderTest plugin) {
    Exchange open = plugin.send(
        post("/", "{\"order\": {\"id\": null, \"amount\": 1.50}, \"debug\": [1]}").header("x-user", "ann"));
    assertEquals(200, open.status());
    assertEquals("{\"order\": {\"id\": null,\"cents\":1.50,\"user\":\"ann\"},\"via\":\"edge\"}",
        open.upstreamSaw().get().body().utf8());
    assertEquals("{\"order\": {\"id\": 1,\"cents\":2},\"via\":\"edge\"}",
        plugin.send(Request.of("PUT", "/").pieces("{\"order\": {\"id\": 1, \"user\": \"root\"", ", \"amount\": 2}}"))
            .upstreamSaw()
            .get()
            .body()
            .utf8(),
        "what the client claims without the header is taken out");
  }

  @EveryPlace
  void whatDoesNotMatchIsRefused(PluginUnderTest plugin) {
    for (String body : List.of("", "x", "{", "[]", "\"\"", "{}", "{\"order\": 1}", "{\"order\": {\"id\": 1}}",
        "{\"order\": {\"id\": 1, \"amount\": \"2\"}}", "{\"order\": {\"id\": 1, \"amount\": null}}",
        "{\"order\": {\"id\": 1, \"amount\": 1, \"amount\": 2}}", "[".repeat(900))) {
      Exchange refused = plugin.send(post("/", body));
      assertEquals(400, refused.status(), body);
      assertTrue(refused.upstreamSaw().isEmpty());
    }
    assertEquals(400, plugin.send(Request.of("PATCH", "/").body(Bytes.latin1("{\"\u00ff\": 1}"))).status());
    assertEquals(413, plugin.send(post("/", "[" + " ".repeat(1000) + "]")).status());
  }

  @EveryPlace
  void otherMethodsAreLeftAlone(PluginUnderTest plugin) {
    assertEquals(200, plugin.send(get("/")).status());
    assertEquals("x", plugin.send(Request.of("DELETE", "/").body("x")).upstreamSaw().get().body().utf8());
  }

  @EveryPlace
  @UsePlugin(value = JsonBodyPlugin.class, settings = RESPONSES)
  void responsesThatAreJsonAreChanged(PluginUnderTest plugin) {
    for (String type : List.of("application/json", "Application/JSON; charset=utf-8", "application/problem+json")) {
      plugin.upstream(seen -> Response.of(200, "{\"a\": 1, \"internal\": 2}").header("content-type", type));
      assertEquals("{\"a\": 1,\"to\":\"ann\"}", plugin.send(get("/").header("x-user", "ann")).text());
    }
    plugin.upstream(seen -> Response.of(200, "{\"internal\": 2}").header("content-type", "text/plain"));
    assertEquals("{\"internal\": 2}", plugin.send(get("/")).text());
    plugin.upstream(seen -> Response.of(200, "{").header("content-type", "application/json"));
    assertEquals(502, plugin.send(get("/")).status());
  }

  @EveryPlace
  @UsePlugin(value = JsonBodyPlugin.class, settings = LOOKING)
  void hostcallsOfTheWayThrough(PluginUnderTest plugin) {
    assertEquals(
        Vector.of("proxy_get_header_map_value", "proxy_get_header_map_pairs", "proxy_set_tick_period_milliseconds",
            "proxy_get_current_time_nanoseconds", "proxy_get_buffer_bytes"),
        plugin.send(post("/", "{\"a\": 1}")).hostcalls());
    assertEquals(Vector.of("proxy_get_header_map_value"), plugin.send(get("/")).hostcalls());
  }

  @Test
  void whatIsWrongWithSettingsIsToldAtOnce() {
    String settings = "{\"message\": \"both\", \"require\": {\"a\": \"any\", \"/b\": \"integer\"},"
        + " \"rename\": {\"\": \"x\"}, \"set\": {\"/~2\": \"x\"}, \"setFromHeader\": {\"/a\": \"a b\"},"
        + " \"remove\": [\"\", \"b\"], \"limit\": 1, \"timeout\": \"2h\"}";
    SettingsRejected rejected =
        assertThrows(SettingsRejected.class, () -> new JsonBodyPlugin().define(Settings.of(settings)));
    assertEquals(
        List.of("/message", "/require/a", "/require/~1b", "/rename/", "/set/~1~02", "/setFromHeader/~1a",
            "/remove/0", "/remove/1", "/limit", "/timeout"),
        rejected.errors().map(SettingsError::pointer).toJavaList());
    assertThrows(IllegalArgumentException.class, () -> JsonBody.ofRequest().require("a", JsonKind.NUMBER));
    assertThrows(IllegalArgumentException.class, () -> JsonBody.ofRequest().remove(""));
    assertThrows(IllegalArgumentException.class, () -> JsonBody.ofRequest().limit(-1));
  }
}
