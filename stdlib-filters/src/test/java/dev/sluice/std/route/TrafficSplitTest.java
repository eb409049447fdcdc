package dev.sluice.std.route;

import static dev.sluice.dsl.Sluice.header;
import static dev.sluice.testkit.http.Request.get;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.abi.Bytes;
import dev.sluice.dsl.Settings;
import dev.sluice.dsl.SettingsError;
import dev.sluice.dsl.SettingsRejected;
import dev.sluice.std.route.TrafficSplit.Branch;
import dev.sluice.testkit.EveryPlace;
import dev.sluice.testkit.PluginUnderTest;
import dev.sluice.testkit.UsePlugin;
import dev.sluice.testkit.http.Request;
import io.vavr.collection.Vector;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@UsePlugin(value = TrafficSplitPlugin.class,
    settings = """
        {"header": "x-cluster", "branches": {"blue": 1, "none": 0, "green": 1}, "sticky": {"by": "header", "name": "x-user"}}
        """)
class TrafficSplitTest {
  private static String branch(PluginUnderTest plugin, Request request) {
    Vector<String> seen =
        plugin.send(request.header("x-cluster", "forged")).upstreamSaw().get().headers().all("x-cluster");
    assertEquals(1, seen.size());
    return seen.head();
  }

  @EveryPlace
  void theSameKeyGetsTheSameBranch(PluginUnderTest plugin) {
    // Fixed, since a later version must not send anybody elsewhere.
    Map<String, String> known = Map.of("ann", "green", "carol", "blue", "dave", "blue", "", "green");
    for (Map.Entry<String, String> user : known.entrySet()) {
      assertEquals(user.getValue(), branch(plugin, get("/").header("x-user", user.getKey())), user.getKey());
    }
    Bytes odd = Bytes.wrap(new byte[] {(byte) 0xff, 0x41});
    assertEquals(branch(plugin, get("/").header("x-user", odd)), branch(plugin, get("/x").header("x-user", odd)));
    Request huge = get("/").header("x-user", "x".repeat(9000));
    assertEquals(branch(plugin, huge), branch(plugin, huge.header("x-user", "the first one counts")));
  }

  @EveryPlace
  void chanceDecidesWithoutAKey(PluginUnderTest plugin) {
    int blue = 0;
    for (int i = 0; i < 40; i++) {
      String branch = branch(plugin, get("/"));
      assertTrue(List.of("blue", "green").contains(branch), branch);
      blue += branch.equals("blue") ? 1 : 0;
    }
    // One of 2^40 runs of the test has all on one side.
    assertTrue(blue > 0 && blue < 40, "blue got " + blue + " of 40");
  }

  @EveryPlace
  @UsePlugin(value = TrafficSplitPlugin.class,
      settings = """
          {"header": "x-cluster", "branches": {"a": 50, "b": 50}, "sticky": {"by": "cookie", "name": "session"}, "reroute": false}
          """)
  void cookiesAreKeys(PluginUnderTest plugin) {
    String first = branch(plugin, get("/").header("cookie", "a=1; session=s1"));
    assertEquals(first, branch(plugin, get("/").header("cookie", "session=s1; b=2")));
    assertEquals(
        Vector.of("proxy_get_header_map_pairs", "proxy_replace_header_map_value"),
        plugin.send(get("/").header("cookie", "session=s1")).hostcalls());
  }

  @EveryPlace
  @UsePlugin(value = TrafficSplitPlugin.class, settings = """
      {"header": "x-cluster", "branches": {"a": 50, "b": 50}, "sticky": {"by": "address", "trustedProxies": 1}}
      """)
  void addressesAreKeys(PluginUnderTest plugin) {
    String first = branch(plugin, get("/").header("x-forwarded-for", "9.9.9.9, 192.0.2.1"));
    assertEquals(first, branch(plugin, get("/").header("x-forwarded-for", "192.0.2.1")));
  }

  /** What docs/filters/trafficSplit.md says of cost. */
  @EveryPlace
  void hostcalls(PluginUnderTest plugin) {
    assertEquals(
        Vector.of("proxy_get_header_map_value", "proxy_replace_header_map_value", "proxy_call_foreign_function"),
        plugin.send(get("/").header("x-user", "ann")).hostcalls());
  }

  @Test
  void keysAreSpreadByWeight() {
    int[] counts = new int[3];
    for (int i = 0; i < 30_000; i++) {
      int point = KeyHash.point(Bytes.utf8("user-" + i), 100);
      counts[point < 90 ? 0 : point < 99 ? 1 : 2]++;
    }
    assertTrue(Math.abs(counts[0] - 27_000) < 300 && Math.abs(counts[1] - 2_700) < 200, counts[0] + " " + counts[1]);
  }

  @Test
  void fewChangeWhenWeightsDo() {
    for (int i = 0; i < 1000; i++) {
      Bytes key = Bytes.utf8("user-" + i);
      boolean green = KeyHash.point(key, 100) >= 95;
      assertTrue(!green || KeyHash.point(key, 1000) >= 900, "who had 5% still has it among 10%");
    }
  }

  @Test
  void everythingWrongIsToldAtOnce() {
    assertEquals(
        List.of(
            "/header: \"a b\" is not a header name, such as \"x-user-id\"",
            "/branches/: trafficSplit: the name of a branch is empty; give one",
            "/branches/a b: trafficSplit: the name of a branch has other characters than visible ASCII ones",
            "/branches/b: -1 is not an integer between 0 and 1000000",
            "/branches/c: 0.5 is not an integer between 0 and 1000000",
            "/sticky/name: is missing; give a non-blank string",
            "/reroute: 1 is not true or false"),
        errors(
            """
                {"header": "a b", "branches": {"": 1, "a b": 1, "b": -1, "c": 0.5}, "sticky": {"by": "cookie"}, "reroute": 1}
                """));
    String weights = "has no branch with a weight above 0, or more than 100 branches; give one at least";
    assertEquals(List.of("/branches: " + weights), errors("{\"header\": \"x\", \"branches\": {\"a\": 0}}"));
    assertEquals(
        List.of(
            "/branches: " + weights, "/sticky/by: \"moon\" is not one of \"header\", \"cookie\", \"address\""),
        errors("{\"header\": \"x\", \"branches\": {}, \"sticky\": {\"by\": \"moon\"}}"));
  }

  private static List<String> errors(String settings) {
    SettingsRejected rejected =
        assertThrows(SettingsRejected.class, () -> new TrafficSplitPlugin().define(Settings.of(settings)));
    return rejected.errors().map(SettingsError::describe).toJavaList();
  }

  @Test
  void settingsAreWordsOfJavaToo() {
    TrafficSplit read = Settings.of("""
        {"header": "x", "branches": {"b": 2, "a": 1}, "sticky": {"by": "header", "name": "x-user"}, "reroute": false}
        """).decode(TrafficSplit.DECODER);
    assertEquals(
        TrafficSplit.in("x").branch("b", 2).branch("a", 1).stickyBy(header("x-user")).withoutReroute(), read);
    assertEquals(List.of(new Branch("b", 2), new Branch("a", 1)), read.branches());
    assertThrows(IllegalArgumentException.class, () -> TrafficSplit.in("x").filter());
    assertThrows(IllegalArgumentException.class, () -> TrafficSplit.in("x").branch("a", 0).filter());
    assertThrows(IllegalArgumentException.class, () -> TrafficSplit.in("x").branch("a", 1_000_001));
    assertThrows(IllegalArgumentException.class, () -> TrafficSplit.in("x y").branch("a", 1));
  }
}
