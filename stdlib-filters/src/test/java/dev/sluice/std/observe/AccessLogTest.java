package dev.sluice.std.observe;

import static dev.sluice.testkit.http.Request.get;
import static dev.sluice.testkit.http.Request.post;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.sluice.abi.Bytes;
import dev.sluice.abi.LogLevel;
import dev.sluice.dsl.Settings;
import dev.sluice.dsl.SettingsError;
import dev.sluice.dsl.SettingsRejected;
import dev.sluice.testkit.EveryPlace;
import dev.sluice.testkit.Exchange;
import dev.sluice.testkit.LogEntry;
import dev.sluice.testkit.PluginUnderTest;
import dev.sluice.testkit.UsePlugin;
import dev.sluice.testkit.http.Request;
import dev.sluice.testkit.http.Response;
import io.vavr.collection.Vector;
import java.util.List;
import org.junit.jupiter.api.Test;

@UsePlugin(value = AccessLogPlugin.class, settings = """
    {"fields": ["method", "host", "path", "query", "status", "request_bytes", "response_bytes", "user_agent", "referer",
       "request_id", "protocol"],
     "requestHeaders": ["X-Tenant"], "responseHeaders": ["x-cache"], "level": "warn", "longest": "64B"}
    """)
class AccessLogTest {
  private static JsonObject line(PluginUnderTest plugin, Request request) {
    Exchange exchange = plugin.send(request);
    assertEquals(1, exchange.logs().size());
    LogEntry entry = exchange.logs().head();
    return JsonParser.parseString(entry.text()).getAsJsonObject();
  }

  @EveryPlace
  void eachRequestIsALine(PluginUnderTest plugin) {
    plugin.upstream(request -> Response.of(201, "made").header("x-cache", "miss"));
    Request request = post("/a/b?c=d", "body").authority("a.test:80")
        .header("user-agent", "curl/8")
        .header("x-tenant", "t1")
        .header("x-request-id", "r1");
    Exchange exchange = plugin.send(request);
    assertEquals(
        Vector.of(
            new LogEntry(
                LogLevel.WARN,
                "{\"method\":\"POST\",\"host\":\"a.test:80\",\"path\":\"/a/b\",\"query\":\"c=d\",\"status\":201,"
                    + "\"request_bytes\":4,\"response_bytes\":4,\"user_agent\":\"curl/8\",\"referer\":null,"
                    + "\"request_id\":\"r1\",\"protocol\":\"HTTP/1.1\",\"request_headers\":{\"x-tenant\":\"t1\"},"
                    + "\"response_headers\":{\"x-cache\":\"miss\"}}")),
        exchange.logs());
  }

  @EveryPlace
  void refusalsAreLinesToo(PluginUnderTest plugin) {
    JsonObject line = line(plugin, get("/refused"));
    assertEquals(403, line.get("status").getAsInt());
    assertTrue(line.get("response_headers").getAsJsonObject().get("x-cache").isJsonNull());
  }

  @EveryPlace
  void noClientForgesAnything(PluginUnderTest plugin) {
    String forged = "x\",\"status\":200,\"y\":\"\\";
    JsonObject line = line(plugin, get("/refused").header("user-agent", forged).header("x-tenant", "a\tb"));
    assertEquals(403, line.get("status").getAsInt());
    assertEquals(forged, line.get("user_agent").getAsString());
    assertEquals("a\tb", line.get("request_headers").getAsJsonObject().get("x-tenant").getAsString());
  }

  @EveryPlace
  void textsAreCutAndMadeUtf8(PluginUnderTest plugin) {
    Bytes odd = Bytes.wrap(new byte[] {'a', (byte) 0xff, 'b'});
    JsonObject line = line(
        plugin, get("/" + "x".repeat(9000)).header("user-agent", odd).header("x-tenant", "1").header("x-tenant", "2"));
    assertEquals("/" + "x".repeat(63), line.get("path").getAsString());
    assertEquals("a\ufffdb", line.get("user_agent").getAsString());
    assertEquals("1", line.get("request_headers").getAsJsonObject().get("x-tenant").getAsString());
    assertEquals("", line(plugin, get("/").header("referer", "")).get("referer").getAsString());
  }

  @EveryPlace
  @UsePlugin(AccessLogPlugin.class)
  void defaults(PluginUnderTest plugin) {
    JsonObject line = line(plugin, get("/x?y"));
    assertEquals(
        List.of("time", "method", "host", "path", "status", "duration_ms", "client"), List.copyOf(line.keySet()));
    assertTrue(line.get("time").getAsString().matches("[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:]{8}Z"), line.toString());
    assertTrue(line.get("duration_ms").getAsLong() >= 0);
    assertTrue(line.get("client").getAsString().contains("."), line.toString());
  }

  /** What docs/filters/accessLog.md says of cost: nothing before the request is over. */
  @EveryPlace
  @UsePlugin(AccessLogPlugin.class)
  void hostcalls(PluginUnderTest plugin) {
    String header = "proxy_get_header_map_value";
    String attribute = "proxy_get_property";
    // The first one is the refusing filter's; then time, method, host, path, status, duration, client.
    assertEquals(
        Vector.of(header, attribute, header, header, header, header, attribute, attribute, "proxy_log"),
        plugin.send(get("/")).hostcalls());
  }

  @Test
  void everythingWrongIsToldAtOnce() {
    assertEquals(
        List.of(
            "/fields/0: \"body\" is not one of \"time\", \"method\", \"host\", \"path\", \"query\", \"protocol\","
                + " \"status\", \"details\", \"duration_ms\", \"request_bytes\", \"response_bytes\", \"client\","
                + " \"user_agent\", \"referer\", \"request_id\", \"traceparent\", \"route\", \"cluster\"",
            "/requestHeaders/0: is a header that carries secrets; leave it out",
            "/requestHeaders/1: \"a b\" is not a header name, such as \"x-user-id\"",
            "/responseHeaders: has a header twice; give each once",
            "/level: \"loud\" is not one of \"trace\", \"debug\", \"info\", \"warn\", \"error\", \"critical\"",
            "/longest: 1024 is not a number of bytes between 16B and 64KiB with its unit, such as \"64KiB\" or \"1MB\""),
        errors("""
            {"fields": ["body"], "requestHeaders": ["Cookie", "a b"], "responseHeaders": ["x", "X"], "level": "loud",
             "longest": 1024}
            """));
    assertEquals(
        List.of("accessLog: there is no field, or one twice; give each once"),
        errors("{\"fields\": [\"path\", \"path\"]}"));
  }

  private static List<String> errors(String settings) {
    SettingsRejected rejected =
        assertThrows(SettingsRejected.class, () -> new AccessLogPlugin().define(Settings.of(settings)));
    return rejected.errors().map(SettingsError::describe).toJavaList();
  }

  @Test
  void settingsAreWordsOfJavaToo() {
    assertEquals(AccessLog.standard(), Settings.none().decode(AccessLog.DECODER));
    assertEquals(
        AccessLog.of(AccessField.TIME, AccessField.ROUTE)
            .requestHeaders("a")
            .responseHeaders("b")
            .level(LogLevel.DEBUG)
            .longest(2048),
        Settings.of("""
            {"fields": ["time", "route"], "requestHeaders": ["a"], "responseHeaders": ["b"], "level": "debug",
             "longest": "2KiB"}
            """).decode(AccessLog.DECODER));
    assertThrows(IllegalArgumentException.class, AccessLog::of);
    assertThrows(IllegalArgumentException.class, () -> AccessLog.standard().requestHeaders("Cookie"));
    assertThrows(IllegalArgumentException.class, () -> AccessLog.standard().responseHeaders("a b"));
    assertThrows(IllegalArgumentException.class, () -> AccessLog.standard().longest(1));
  }
}
