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
import dev.sluice.testkit.PluginUnderTest;
import dev.sluice.testkit.UsePlugin;
import dev.sluice.testkit.http.Headers;
import dev.sluice.testkit.http.Request;
import io.vavr.collection.Vector;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

@UsePlugin(TraceContextPlugin.class)
class TraceContextTest {
  private static final String PARENT = "traceparent";
  private static final String STATE = "tracestate";
  private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";
  private static final String SPAN = "b7ad6b7169203331";
  private static final String SENT = "00-" + TRACE + "-" + SPAN + "-01";
  private static final String NEW = "00-[0-9a-f]{32}-[0-9a-f]{16}-01";

  private static String seen(PluginUnderTest plugin, Request request) {
    Vector<String> parents = plugin.send(request).upstreamSaw().get().headers().all(PARENT);
    assertEquals(1, parents.size());
    return parents.head();
  }

  @EveryPlace
  void aValidParentStaysInItsTrace(PluginUnderTest plugin) {
    for (String flags : List.of("00", "01", "03", "fe", "ff")) {
      boolean sampled = List.of("01", "03", "ff").contains(flags);
      String parent = seen(plugin, get("/").header(PARENT, "00-" + TRACE + "-" + SPAN + "-" + flags));
      assertTrue(parent.matches("00-" + TRACE + "-[0-9a-f]{16}-" + (sampled ? "01" : "00")), parent);
      assertFalse(parent.contains(SPAN));
    }
    for (String later : List.of("cc-" + TRACE + "-" + SPAN + "-01", "cc-" + TRACE + "-" + SPAN + "-01-what-the-future",
        "cc-" + TRACE + "-" + SPAN + "-01-")) {
      assertTrue(seen(plugin, get("/").header(PARENT, later)).startsWith("00-" + TRACE + "-"), later);
    }
  }

  @EveryPlace
  void anInvalidOneIsReplaced(PluginUnderTest plugin) {
    for (String invalid : List.of("", "00", "ff-" + TRACE + "-" + SPAN + "-01", SENT + "-", SENT + "-x", SENT + ".",
        SENT.toUpperCase(Locale.ROOT), SENT.replace(TRACE, "0".repeat(32)), SENT.replace(SPAN, "0".repeat(16)),
        SENT.replace('-', '_'), "cc-" + TRACE + "-" + SPAN + "-01.what", SENT.substring(0, 54),
        "0g" + SENT.substring(2),
        SENT + "," + SENT, "x".repeat(9000))) {
      String parent = seen(plugin, get("/").header(PARENT, invalid).header(STATE, "a=1"));
      assertTrue(parent.matches(NEW), parent);
      assertFalse(parent.contains(TRACE), invalid);
    }
    Bytes odd = Bytes.wrap(SENT.replace('a', '\u00ff').getBytes(StandardCharsets.ISO_8859_1));
    assertFalse(seen(plugin, get("/").header(PARENT, odd)).contains(TRACE));
    assertFalse(seen(plugin, get("/").header(PARENT, SENT).header(PARENT, SENT)).contains(TRACE));
  }

  @EveryPlace
  void aTraceBeginsWithRandomIds(PluginUnderTest plugin) {
    Headers first = plugin.send(get("/").header(STATE, "a=1")).upstreamSaw().get().headers();
    assertTrue(first.first(PARENT).get().matches(NEW));
    assertFalse(first.has(STATE));
    assertNotEquals(first.first(PARENT).get(), seen(plugin, get("/")));
  }

  @EveryPlace
  void stateGoesOnAsItIsWhereItIsValid(PluginUnderTest plugin) {
    String members = "a=1" + ",b1=2".repeat(31);
    for (String state : List.of("a=1", "a=1, b=2 ,c=3", "a=1,,b=2", "", "0tenant@sys=x y", "a_-*/9=~!", members,
        "a".repeat(256) + "=" + "v".repeat(256))) {
      Headers seen = plugin.send(get("/").header(PARENT, SENT).header(STATE, state)).upstreamSaw().get().headers();
      assertEquals(Vector.of(state), seen.all(STATE));
      assertTrue(seen.first(PARENT).get().contains(TRACE));
    }
    Headers lines =
        plugin.send(get("/").header(PARENT, SENT).header(STATE, "a=1").header(STATE, "b=2"))
            .upstreamSaw()
            .get()
            .headers();
    assertEquals(Vector.of("a=1", "b=2"), lines.all(STATE));
  }

  @EveryPlace
  void stateThatIsMalformedGoesAlone(PluginUnderTest plugin) {
    for (String state : List.of("a", "a=", "=1", "A=1", "a b=1", "1a=1", "a=1=2", "a@=1", "@a=1", "a@1=1", "a@b@c=1",
        "a=1" + ",b1=2".repeat(32), "a".repeat(257) + "=1", "a=" + "v".repeat(257), "a@" + "b".repeat(15) + "=1")) {
      Headers seen = plugin.send(get("/").header(PARENT, SENT).header(STATE, state)).upstreamSaw().get().headers();
      assertFalse(seen.has(STATE), state);
      assertTrue(seen.first(PARENT).get().contains(TRACE));
    }
  }

  @EveryPlace
  @UsePlugin(value = TraceContextPlugin.class, settings = "{\"sampled\": 0, \"restart\": true}")
  void theBorderMayBeginAllTraces(PluginUnderTest plugin) {
    Headers seen = plugin.send(get("/").header(PARENT, SENT).header(STATE, "a=1")).upstreamSaw().get().headers();
    assertTrue(seen.first(PARENT).get().endsWith("-00"));
    assertFalse(seen.first(PARENT).get().contains(TRACE));
    assertFalse(seen.has(STATE));
  }

  /** What docs/filters/traceContext.md says of cost. */
  @EveryPlace
  void hostcalls(PluginUnderTest plugin) {
    assertEquals(
        Vector.of("proxy_get_header_map_pairs", "proxy_replace_header_map_value"),
        plugin.send(get("/").header(PARENT, SENT)).hostcalls());
  }

  @Test
  void everythingWrongIsToldAtOnce() {
    SettingsRejected rejected = assertThrows(
        SettingsRejected.class,
        () -> new TraceContextPlugin().define(Settings.of("{\"sampled\": 1.5, \"restart\": 0}")));
    assertEquals(
        List.of("/sampled: 1.5 is not a number of at most 18 digits between 0 and 1",
            "/restart: 0 is not true or false"),
        rejected.errors().map(SettingsError::describe).toJavaList());
    assertEquals(TraceContext.standard(), Settings.none().decode(TraceContext.DECODER));
    assertThrows(IllegalArgumentException.class, () -> TraceContext.standard().sampling(-0.1));
    assertThrows(IllegalArgumentException.class, () -> TraceContext.standard().sampling(Double.NaN));
  }
}
