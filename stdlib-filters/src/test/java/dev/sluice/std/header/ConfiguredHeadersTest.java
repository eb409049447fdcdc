package dev.sluice.std.header;

import static dev.sluice.testkit.http.Request.get;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.sluice.abi.Bytes;
import dev.sluice.dsl.Settings;
import dev.sluice.dsl.SettingsError;
import dev.sluice.dsl.SettingsRejected;
import dev.sluice.testkit.EveryPlace;
import dev.sluice.testkit.Exchange;
import dev.sluice.testkit.PluginUnderTest;
import dev.sluice.testkit.UsePlugin;
import dev.sluice.testkit.http.Headers;
import dev.sluice.testkit.http.Response;
import io.vavr.collection.Vector;
import java.util.List;
import org.junit.jupiter.api.Test;

@UsePlugin(value = EditHeaders.class, settings = """
    {"request": {
       "remove": ["x-internal"], "rename": {"x-old": "x-new"}, "set": {"x-edge": "blue"}, "add": {"x-via": ["a", "b"]}},
     "response": {
       "remove": ["X-Powered-By"], "rename": {"x-ray": "x-trace"}, "set": {"x-edge": "blue"}, "add": {"x-via": "c"}}}
    """)
class ConfiguredHeadersTest {
  @EveryPlace
  void requestsAreEdited(PluginUnderTest plugin) {
    Exchange exchange = plugin.send(
        get("/").header("x-internal", "1")
            .header("x-internal", "2")
            .header("x-old", "3")
            .header("x-new", "forged")
            .header("x-edge", "forged")
            .header("x-via", "0"));
    Headers seen = exchange.upstreamSaw().get().headers();
    assertFalse(seen.has("x-internal"));
    assertFalse(seen.has("x-old"));
    assertEquals(Vector.of("3"), seen.all("x-new"));
    assertEquals(Vector.of("blue"), seen.all("x-edge"));
    assertEquals(Vector.of("0", "a", "b"), seen.all("x-via"));
  }

  @EveryPlace
  void whatIsRenamedKeepsAllItsValues(PluginUnderTest plugin) {
    Bytes odd = Bytes.wrap(new byte[] {'a', (byte) 0xff, 'b'});
    Headers seen = plugin.send(get("/").header("x-old", odd).header("x-old", "").header("x-old", "x".repeat(8000)))
        .upstreamSaw()
        .get()
        .headers();
    assertEquals(Vector.of(odd, Bytes.EMPTY, Bytes.utf8("x".repeat(8000))), seen.bytes("x-new"));
    assertFalse(plugin.send(get("/").header("x-new", "forged")).upstreamSaw().get().headers().has("x-new"));
  }

  @EveryPlace
  void responsesAreEdited(PluginUnderTest plugin) {
    plugin.upstream(
        request -> Response.of(200, "")
            .header("x-powered-by", "x")
            .header("x-ray", "1")
            .header("x-trace", "0")
            .header("x-edge", "green"));
    Headers got = plugin.send(get("/")).headers();
    assertFalse(got.has("x-powered-by"));
    assertFalse(got.has("x-ray"));
    assertEquals(Vector.of("1"), got.all("x-trace"));
    assertEquals(Vector.of("blue"), got.all("x-edge"));
    assertEquals(Vector.of("c"), got.all("x-via"));
  }

  /** What the pages of both filters say of cost. */
  @EveryPlace
  void hostcalls(PluginUnderTest plugin) {
    Vector<String> ofOneMessage = Vector.of(
        "proxy_remove_header_map_value", "proxy_get_header_map_pairs", "proxy_replace_header_map_value");
    assertEquals(
        ofOneMessage.append("proxy_add_header_map_value")
            .append("proxy_add_header_map_value")
            .appendAll(ofOneMessage)
            .append("proxy_add_header_map_value"),
        plugin.send(get("/")).hostcalls());
  }

  @Test
  void everythingWrongIsToldAtOnce() {
    String settings = """
        {"request": {"remove": ["a b", "Host"], "rename": {"x-a": "X-A"}, "set": {"x": "1\\n2", "content-length": "0"},
          "add": {"x": []}, "append": {}}}
        """;
    SettingsRejected rejected =
        assertThrows(SettingsRejected.class, () -> new EditHeaders().define(Settings.of(settings)));
    String proxys =
        "is a header that the proxy writes (connection, content-length, host, transfer-encoding); leave it out";
    assertEquals(
        List.of(
            "/request/append: is no known field; known are \"remove\", \"rename\", \"set\", \"add\"",
            "/request/remove/0: \"a b\" is not a header name, such as \"x-user-id\"",
            "/request/remove/1: " + proxys,
            "/request/rename: gives a header its own name; give another",
            "/request/set/x: has a control character, which a header cannot; take it out",
            "/request/set/content-length: " + proxys,
            "/request/add/x: has 0 elements and is not an array of at least 1 element"),
        rejected.errors().map(SettingsError::describe).toJavaList());
  }

  @Test
  void noEditsAreNoFilter() {
    assertEquals(0, new EditHeaders().define(Settings.none()).filter().requestParts().size());
  }
}
