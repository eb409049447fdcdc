package dev.sluice.step;

import static dev.sluice.dsl.Sluice.*;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.abi.Bytes;
import dev.sluice.abi.Status;
import dev.sluice.fake.FakeHost;
import dev.sluice.fake.Plugins;
import dev.sluice.value.SharedSlots;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class SharedStateTest {
  private static final Cache CACHE = cache("c", 8, Duration.ofSeconds(10));

  private static FakeHost run(FakeHost host, Step... steps) {
    Plugins.request(host, steps);
    return host;
  }

  @Test
  void readsAndWritesAKey() {
    FakeHost host = run(FakeHost.get("/p"), setHeader("x-none", sharedData("k")), setSharedData("k", path()),
        setHeader("x-k", sharedData("k")), setSharedData("k", header("x-none")), setSharedData("l", "m"));
    assertEquals(List.of("/p"), host.requestHeader("x-k"));
    assertEquals("/p", host.state().shared("k"));
    assertEquals("m", host.state().shared("l"));
  }

  @Test
  void aHostWithoutRoomTakesTheFailureBranch() {
    assertEquals(503, run(full(), setSharedData("k", "v")).answered());
    assertEquals(201, run(full(), setSharedData("k", "v").onFailure(respond(201))).answered());
    assertEquals(202, run(full(), setSharedData("k", "v").onFailure(removeHeader("a")), respond(202)).answered());
    assertEquals(503, run(full(), updateSharedData("k", "o", text("v"))).answered());
    assertEquals(503, run(full(), sharedCounter("n").add()).answered());
    assertEquals(0, run(full(), CACHE.put("k", path())).answered());
  }

  private static FakeHost full() {
    return FakeHost.get("/").refuse("proxy_set_shared_data", Status.INTERNAL_FAILURE);
  }

  @Test
  void updatesByWhatWasThere() {
    FakeHost host = FakeHost.get("/p");
    Step update = updateSharedData("k", "old", template("{}{}", ref("old").orElse("-"), path()));
    run(host, update, update, setHeader("x-old", ref("old")));
    assertEquals("-/p/p", host.state().shared("k"));
    assertEquals(List.of("-/p"), host.requestHeader("x-old"));
  }

  @Test
  void anAbsentNewValueLeavesWhatIsThere() {
    FakeHost host = FakeHost.get("/");
    host.state().share("k", Bytes.utf8("v"));
    run(host, updateSharedData("k", "old", header("x-none")));
    assertEquals("v", host.state().shared("k"));
    assertEquals(List.of("proxy_get_shared_data k", "proxy_get_header_map_value x-none"), host.calls());
  }

  @Test
  void triesAgainWhenOthersWriteAndGivesUpInTheEnd() {
    FakeHost host = FakeHost.get("/");
    host.state().share("k", Bytes.utf8("1")).rivals(9);
    assertEquals(0, run(host, updateSharedData("k", "o", text("2"))).answered());
    assertEquals("2", host.state().shared("k"));
    FakeHost busy = FakeHost.get("/");
    busy.state().share("k", Bytes.utf8("1")).rivals(10);
    assertEquals(503, run(busy, updateSharedData("k", "o", text("2"))).answered());
    assertEquals("1", busy.state().shared("k"));
    assertEquals(20, busy.calls().size() - 1);
  }

  @Test
  void whatSomebodyElseWroteFirstIsNotLost() {
    FakeHost host = FakeHost.get("/p");
    host.state().newcomer("k", Bytes.utf8("1"));
    run(host, updateSharedData("k", "o", template("{}{}", ref("o").orElse("-"), path())));
    assertEquals("1/p", host.state().shared("k"));
    host.state().newcomer("l", Bytes.utf8("1"));
    run(host, updateSharedData("l", "o", ref("o").orElse(path()).append("+")));
    assertEquals("1+", host.state().shared("l"));
    SharedCounter counter = sharedCounter("n");
    host.state().newcomer("sluice.counter.n.0", counter.slots().entry(Bytes.EMPTY, Bytes.utf8("4"), 0));
    run(host, counter.add().as("n"), setHeader("x-n", ref("n")));
    assertEquals(List.of("5"), host.requestHeader("x-n"));
  }

  @Test
  void cachesForAWhile() {
    FakeHost host = FakeHost.get("/p").time(1_000_000_000L);
    run(host, CACHE.put(text("k"), path()), setHeader("x-1", CACHE.get("k")), setHeader("x-2", CACHE.get("l")));
    assertEquals(List.of("/p"), host.requestHeader("x-1"));
    assertEquals(List.of(), host.requestHeader("x-2"));
    run(host.time(10_999_000_000L), setHeader("x-3", CACHE.get("k")));
    assertEquals(List.of("/p"), host.requestHeader("x-3"));
    run(host.time(11_000_000_000L), setHeader("x-4", CACHE.get("k")));
    assertEquals(List.of(), host.requestHeader("x-4"));
  }

  @Test
  void keysDoNotGrowMemoryAndAreNeverTakenForEachOther() {
    FakeHost host = FakeHost.get("/");
    int found = 0;
    for (int i = 0; i < 100; i++) {
      run(host, CACHE.put("key " + i, text("value " + i)));
    }
    assertEquals(8, host.state().keys());
    for (int i = 0; i < 100; i++) {
      FakeHost asked = run(host, setHeader("x-" + i, CACHE.get("key " + i)));
      List<String> values = asked.requestHeader("x-" + i);
      found += values.size();
      assertTrue(values.isEmpty() || values.get(0).equals("value " + i), values.toString());
    }
    assertEquals(8, found);
  }

  @Test
  void longKeysAreComparedByTheirHash() {
    FakeHost host = FakeHost.get("/");
    String key = "k".repeat(1000);
    Cache one = cache("one", 1, Duration.ofSeconds(10));
    run(host, one.put(key, text("v")), setHeader("x-1", one.get(key)), setHeader("x-2", one.get(key + "k")));
    assertEquals(List.of("v"), host.requestHeader("x-1"));
    assertEquals(List.of(), host.requestHeader("x-2"));
    assertTrue(host.state().shared("sluice.cache.one.0").length() < 60);
  }

  @Test
  void whatIsAbsentOrTooLargeIsNotCached() {
    FakeHost host = run(FakeHost.get("/"), CACHE.put(header("x-none"), path()), CACHE.put("k", header("x-none")),
        CACHE.valueLimit(3).put("k", text("four")), setHeader("x-1", CACHE.get(header("x-none"))));
    assertEquals(0, host.state().keys());
    assertEquals(List.of(), host.requestHeader("x-1"));
  }

  @Test
  void foreignBytesInAPlaceAreNothing() {
    FakeHost host = FakeHost.get("/");
    Cache one = cache("one", 1, Duration.ofSeconds(10));
    for (Bytes bytes : List.of(Bytes.EMPTY, Bytes.utf8("x"), Bytes.utf8("x".repeat(9)), Bytes.utf8("x".repeat(10)),
        Bytes.utf8("\177".repeat(12)), Bytes.utf8("x".repeat(500)))) {
      host.state().share("sluice.cache.one.0", bytes).share("sluice.counter.n.0", bytes);
      FakeHost asked = run(host, setHeader("x", one.get("")), setHeader("y", sharedCounter("n").value().asText()));
      assertEquals(List.of(), asked.requestHeader("x"));
      assertEquals(List.of("0"), asked.requestHeader("y"));
    }
  }

  @Test
  void countsForKeys() {
    SharedCounter counter = sharedCounter("n", 64);
    FakeHost host = run(FakeHost.get("/"), counter.add(text("a")), counter.add(text("a"), number(5)).as("a"),
        counter.add(text("b")), counter.add(text("b"), header("x-none").asLong()).as("b"),
        counter.add(header("x-none")).as("none"),
        setHeader("x-a", ref("a")), setHeader("x-b", ref("b")), setHeader("x-none", ref("none")),
        setHeader("x-of", counter.of(text("a")).asText()), setHeader("x-value", counter.value().asText()));
    assertEquals(List.of("6"), host.requestHeader("x-a"));
    assertEquals(List.of("1"), host.requestHeader("x-b"));
    assertEquals(List.of("1"), host.requestHeader("x-none"));
    assertEquals(List.of("6"), host.requestHeader("x-of"));
    assertEquals(List.of("1"), host.requestHeader("x-value"));
  }

  @Test
  void aCounterBeginsAnewAfterItsTime() {
    SharedCounter counter = sharedCounter("n").within(Duration.ofSeconds(10));
    FakeHost host = FakeHost.get("/").time(0);
    run(host, counter.add());
    run(host.time(9_999_000_000L), counter.add().as("n"), setHeader("x-1", ref("n")));
    assertEquals(List.of("2"), host.requestHeader("x-1"));
    run(host.time(10_000_000_000L), setHeader("x-2", counter.value().asText()), counter.add().as("n"),
        setHeader("x-3", ref("n")));
    assertEquals(List.of("0"), host.requestHeader("x-2"));
    assertEquals(List.of("1"), host.requestHeader("x-3"));
  }

  @Test
  void aCounterStaysAtTheEndsOfItsRange() {
    SharedCounter counter = sharedCounter("n");
    FakeHost host = run(FakeHost.get("/"), counter.add(text(""), number(Long.MAX_VALUE)), counter.add().as("n"),
        setHeader("x-n", ref("n")), counter.add(text(""), number(-Long.MAX_VALUE)),
        counter.add(text(""), number(-Long.MAX_VALUE)), counter.add(text(""), number(-5)).as("n"),
        setHeader("x-m", ref("n")));
    assertEquals(List.of("9223372036854775807"), host.requestHeader("x-n"));
    assertEquals(List.of("-9223372036854775807"), host.requestHeader("x-m"));
  }

  @Test
  void aCounterTriesAgainWhenOthersCount() {
    FakeHost host = FakeHost.get("/");
    SharedCounter counter = sharedCounter("n");
    run(host, counter.add());
    host.state().rivals(9);
    assertEquals(0, run(host, counter.add()).answered());
    host.state().rivals(10);
    assertEquals(202, run(host, counter.add().onFailure(respond(202))).answered());
  }

  @Test
  void placesSpreadAndAreWithinBounds() {
    SharedSlots slots = new SharedSlots("n", 1000, 0);
    assertEquals(1000, java.util.stream.IntStream.range(0, 20_000)
        .mapToObj(i -> slots.place(Bytes.utf8("user-" + i)))
        .distinct()
        .count());
    assertNull(SharedSlots.value(dev.sluice.abi.Fetched.failed(Status.NOT_FOUND), Bytes.EMPTY, 0));
  }

  @Test
  void whatCannotWorkIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> sharedData(""));
    assertThrows(IllegalArgumentException.class, () -> setSharedData("k", (String) null));
    assertThrows(IllegalArgumentException.class, () -> cache("c", 0, Duration.ofSeconds(1)));
    assertThrows(IllegalArgumentException.class, () -> cache("c", 65_537, Duration.ofSeconds(1)));
    assertThrows(IllegalArgumentException.class, () -> cache("c", 1, Duration.ZERO));
    assertThrows(IllegalArgumentException.class, () -> CACHE.valueLimit(-1));
    assertThrows(IllegalArgumentException.class, () -> sharedCounter("n").within(Duration.ofDays(367)));
    assertThrows(IllegalArgumentException.class, () -> updateSharedData("k", "", path()));
  }
}
