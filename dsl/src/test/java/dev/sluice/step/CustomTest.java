package dev.sluice.step;

import static dev.sluice.dsl.Sluice.*;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.abi.Bytes;
import dev.sluice.abi.LogLevel;
import dev.sluice.fake.FakeHost;
import dev.sluice.fake.Plugins;
import io.vavr.control.Option;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CustomTest {
  @Test
  void readsAndChangesTheExchange() {
    FakeHost host = FakeHost.get("/p").request("x-a", "1").request("x-b", "2");
    List<Option<Bytes>> read = new ArrayList<>();
    Plugins.request(host, step("all", exchange -> {
      read.add(exchange.header("X-A"));
      read.add(exchange.header("x-none"));
      read.add(exchange.header(":path"));
      exchange.setHeader("X-A", "3");
      exchange.addHeader("x-a", "4");
      exchange.removeHeader("x-b");
      exchange.log(LogLevel.INFO, "line\nline");
    }));
    assertEquals(List.of(Option.some(Bytes.utf8("1")), Option.none(), Option.some(Bytes.utf8("/p"))), read);
    assertEquals(List.of("3", "4"), host.requestHeader("x-a"));
    assertEquals(List.of(), host.requestHeader("x-b"));
    assertEquals(List.of("INFO line\\x0aline"), host.lines());
  }

  @Test
  void aReplyEndsThePart() {
    FakeHost host = FakeHost.get("/");
    Plugins.request(host, step("no", exchange -> exchange.respond(respond(418, "tea"))), setHeader("a", "b"));
    assertEquals(418, host.answered());
    assertEquals(List.of("proxy_send_local_response 418"), host.calls());
  }

  @Test
  void twoRepliesInOneStepAreAFailure() {
    FakeHost host = FakeHost.get("/");
    Plugins.request(host, step("both", exchange -> {
      exchange.respond(respond(200));
      exchange.respond(respond(201));
    }));
    assertEquals(503, host.answered());
    assertTrue(host.lines().get(0).contains("request/1 step \"both\""), host.lines().get(0));
  }

  @Test
  void anExchangeEndsWithItsStep() {
    List<Exchange> kept = new ArrayList<>();
    FakeHost host = FakeHost.get("/");
    Plugins.request(host, step("keep", kept::add));
    Exchange late = kept.get(0);
    assertThrows(IllegalStateException.class, () -> late.header("a"));
    assertThrows(IllegalStateException.class, () -> late.setHeader("a", "b"));
    assertThrows(IllegalStateException.class, () -> late.addHeader("a", "b"));
    assertThrows(IllegalStateException.class, () -> late.removeHeader("a"));
    assertThrows(IllegalStateException.class, () -> late.log(LogLevel.INFO, "a"));
    assertThrows(IllegalStateException.class, () -> late.respond(respond(200)));
    assertEquals(List.of(), host.calls());
  }

  @Test
  void whatItChangedIsReadAnew() {
    FakeHost host = FakeHost.get("/").request("x-a", "1");
    Plugins.request(host,
        when(header("x-a").is("2")).respond(500),
        step("change", exchange -> exchange.setHeader("x-a", "2")),
        when(header("x-a").is("2")).respond(200));
    assertEquals(200, host.answered());
  }

  @Test
  void badArgumentsAreRefused() {
    assertThrows(IllegalArgumentException.class, () -> step(" ", exchange -> {}));
    assertThrows(IllegalArgumentException.class, () -> step(null, exchange -> {}));
    assertThrows(IllegalArgumentException.class, () -> step("a", null));
    FakeHost host = FakeHost.get("/");
    Plugins.request(host, step("bad", exchange -> exchange.setHeader("a", "b\r\nc: d")));
    assertEquals(503, host.answered());
  }

  @Test
  void readsWhatItDeclares() {
    FakeHost host = FakeHost.get("/p?q=1").request("x-a", "1");
    List<Option<Bytes>> read = new ArrayList<>();
    Plugins.request(host, bind("a", header("x-a")), setHeader("x-a", "2"),
        step("read", reads(path(), query("q"), ref("a"), header("x-none")), exchange -> {
          read.add(exchange.read(path()));
          read.add(exchange.read(query("q")));
          read.add(exchange.read(ref("a")));
          read.add(exchange.read(header("x-none")));
        }));
    assertEquals(List.of(some("/p"), some("1"), some("1"), Option.none()), read);
  }

  @Test
  void readsNumbers() {
    FakeHost host = FakeHost.get("/?a=7&b=x");
    List<Option<Long>> read = new ArrayList<>();
    Plugins.request(host, step("read", reads(query("a").asLong(), query("b").asLong()), exchange -> {
      read.add(exchange.read(query("a").asLong()));
      read.add(exchange.read(query("b").asLong()));
    }));
    assertEquals(List.of(Option.some(7L), Option.none()), read);
    assertThrows(IllegalArgumentException.class, () -> step("a", reads(path().is("/")), exchange -> {}));
  }

  private static Option<Bytes> some(String text) {
    return Option.some(Bytes.utf8(text));
  }

  @Test
  void whatADeclaredValueRefusesIsRefusedBeforeIt() {
    FakeHost host = FakeHost.get("/").request("x-a", "1").request("x-a", "2");
    Plugins.request(host, step("single", reads(header("x-a").single()), exchange -> exchange.respond(respond(200))));
    assertEquals(400, host.answered());
  }

  @Test
  void whatItDoesNotDeclareIsAFailure() {
    assertTrue(
        failure(step("a", exchange -> exchange.read(path()))).contains("path is not declared: give it to reads"));
    assertTrue(failure(step("a", exchange -> exchange.bind("b", "c"))).contains("\"b\" is not declared"));
    assertTrue(failure(step("a", exchange -> exchange.replaceBody(Bytes.EMPTY))).contains("the body is not held"));
  }

  private static String failure(Step step) {
    FakeHost host = FakeHost.get("/");
    Plugins.request(host, step);
    assertEquals(503, host.answered());
    return host.lines().get(0);
  }

  @Test
  void bindsForTheStepsBehindIt() {
    FakeHost host = FakeHost.get("/p");
    Plugins.request(host,
        step("bind", reads(path()), exchange -> exchange.bind("twice",
            exchange.read(path()).get().utf8() + exchange.read(path()).get().utf8())).binds("twice", "never"),
        setHeader("x-twice", ref("twice")), setHeader("x-never", ref("never")));
    assertEquals(List.of("/p/p"), host.requestHeader("x-twice"));
    assertEquals(List.of(), host.requestHeader("x-never"));
  }

  @Test
  void allValuesOfAHeader() {
    FakeHost host = FakeHost.get("/").request("x-a", "1").request("b", "2").request("x-a", "3");
    List<Bytes> read = new ArrayList<>();
    Plugins.request(host, step("all", exchange -> read.addAll(exchange.headerValues("X-A"))));
    assertEquals(List.of(Bytes.utf8("1"), Bytes.utf8("3")), read);
  }

  @Test
  void attributesOfTheProxy() {
    FakeHost host = FakeHost.get("/").property(dev.sluice.abi.codec.PropertyPath.of("a", "b.c"), "d");
    List<Option<Bytes>> read = new ArrayList<>();
    Plugins.request(host, step("properties", exchange -> {
      read.add(exchange.property("a", "b.c"));
      read.add(exchange.property("none"));
      exchange.setProperty("f.g", Bytes.utf8("e"));
      read.add(exchange.property("f.g"));
    }));
    assertEquals(List.of(some("d"), Option.none(), some("e")), read);
  }

  @Test
  void changesMetricsThatItDeclares() {
    FakeHost host = FakeHost.get("/p");
    CounterMetric counter = counter("c").tag("path", path());
    GaugeMetric gauge = gauge("g");
    HistogramMetric histogram = histogram("h");
    Plugins.request(host, counter.increment(), step("count", exchange -> {
      exchange.add(counter, 2);
      exchange.set(gauge, 10);
      exchange.add(gauge, -3);
      exchange.record(histogram, 5);
    }).changes(counter, gauge, histogram));
    assertEquals(java.util.Map.of("c;path=/p", 3L, "g", 7L, "h", 5L), host.state().metricValues());
    assertTrue(failure(step("a", exchange -> exchange.add(counter, 1))).contains("metric c is not declared"));
    assertTrue(failure(step("a", exchange -> exchange.add(counter, -1)).changes(counter)).contains("below zero"));
    assertEquals("step \"a\" changes metric c", step("a", exchange -> {}).changes(counter).describe());
  }

  @Test
  void theAbiItselfIsTheLastResort() {
    FakeHost host = FakeHost.get("/").request("x-a", "1");
    Plugins.request(host,
        when(header("x-a").is("2")).respond(500),
        step("raw", exchange -> exchange.hostcalls()
            .headers()
            .replace(dev.sluice.abi.MapType.REQUEST_HEADERS, Bytes.utf8("x-a"), Bytes.utf8("2"))),
        when(header("x-a").is("2")).respond(200));
    assertEquals(200, host.answered());
  }

  @Test
  void partsAreCheckedAndNamed() {
    List<String> parts = new ArrayList<>();
    FakeHost host = FakeHost.get("/");
    Step name = step("name", exchange -> parts.add(exchange.part()));
    var callbacks = Plugins.configured(plugin("test").request(name).response(name).log(name, step("late", exchange -> {
      assertEquals(some("/"), exchange.header(":path"));
      exchange.setHeader("a", "b");
    })), host);
    callbacks.onRequestHeaders(Plugins.STREAM, 0, true);
    callbacks.onResponseHeaders(Plugins.STREAM, 0, true);
    callbacks.onLog(Plugins.STREAM);
    assertEquals(List.of("request", "response", "log"), parts);
    assertTrue(host.lines().get(0).contains("nothing can be changed in a log part: the stream is over"),
        host.lines().get(0));
  }

  @Test
  void outsideOfStreamsThereIsNoMessage() {
    FakeHost host = FakeHost.get("/");
    Plugins.configured(plugin("test").onStart(
        step("fine", exchange -> exchange.log(LogLevel.INFO, exchange.part())),
        step("not", exchange -> exchange.header("a"))), host);
    assertEquals("INFO start", host.lines().get(0));
    assertTrue(host.lines().get(1).contains("there is no HTTP message in a start part"), host.lines().get(1));
  }

  @Test
  void declarationsDescribeThemselves() {
    assertEquals("step \"a\" reads path, header b binds \"c\", \"d\"",
        step("a", reads(path(), header("b")), exchange -> {}).binds("c").binds("d").describe());
    assertThrows(IllegalArgumentException.class, () -> reads(path(), null));
    assertThrows(IllegalArgumentException.class, () -> step("a", (Reads) null, exchange -> {}));
  }
}
