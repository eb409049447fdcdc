package dev.sluice.value;

import static dev.sluice.dsl.Sluice.concat;
import static dev.sluice.dsl.Sluice.header;
import static dev.sluice.dsl.Sluice.method;
import static dev.sluice.dsl.Sluice.number;
import static dev.sluice.dsl.Sluice.path;
import static dev.sluice.dsl.Sluice.query;
import static dev.sluice.dsl.Sluice.requestHeader;
import static dev.sluice.dsl.Sluice.status;
import static dev.sluice.dsl.Sluice.template;
import static dev.sluice.dsl.Sluice.text;
import static dev.sluice.fake.Plugins.holds;
import static dev.sluice.fake.Plugins.read;
import static dev.sluice.fake.Plugins.readInResponse;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.abi.Status;
import dev.sluice.fake.FakeHost;
import dev.sluice.fake.Plugins;
import dev.sluice.value.text.Growth;
import io.vavr.control.Option;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Templates, and what stands in the place of absent values. */
class TextTemplateTest {
  private static final FakeHost HOST = FakeHost.get("/p?n=5").request("x-a", "1");

  @Test
  void valuesStandInTheirPlaces() {
    assertEquals(Option.some("GET /p n=5 {} 7"),
        read(HOST, template("{} {} n={} {} {}", method(), path(), query("n").asLong(), text("{}"), number(7))));
    assertEquals(Option.some("plain"), read(HOST, template("plain")));
    assertEquals(Option.some("1"), read(HOST, template("{}", header("x-a"))));
    assertEquals(Option.some("GET1"), read(HOST, concat(method(), header("x-a"))));
    assertEquals(Option.some("200 of /p"), readInResponse(HOST, template("{} of {}", status(), path())));
  }

  @Test
  void anAbsentValueMakesItAbsent() {
    assertEquals(Option.none(), read(HOST, template("{}{}", header("x-a"), header("x-none"))));
    assertEquals(Option.none(), read(HOST, template("{}", header("x-none").asLong())));
    assertEquals(Option.some("1-"), read(HOST, template("{}{}", header("x-a"), header("x-none").orElse("-"))));
    assertEquals(Option.none(), read(HOST, concat(header("x-none"), header("x-a"))));
  }

  @Test
  void allValuesAreReadInAnyCase() {
    FakeHost host = FakeHost.get("/").request("x-b", "2");
    Plugins.request(host, dev.sluice.dsl.Sluice.setHeader("x-c", template("{}{}", header("x-a"), header("x-b"))));
    assertEquals(List.of("proxy_get_header_map_value x-a", "proxy_get_header_map_value x-b",
        "proxy_remove_header_map_value x-c"), host.calls());
  }

  @Test
  void whatGrowsTooMuchIsAbsent() {
    FakeHost host = FakeHost.get("/").request("x-a", "x".repeat(Growth.MOST_BYTES / 2));
    assertTrue(holds(host, template("{}{}", header("x-a"), header("x-a")).length().is(Growth.MOST_BYTES)));
    assertTrue(holds(host, template("{}{}.", header("x-a"), header("x-a")).absent()));
  }

  @Test
  void theOtherTextWhereOneIsAbsent() {
    assertEquals(Option.some("1"), read(HOST, header("x-a").orElse("-")));
    assertEquals(Option.some("-"), read(HOST, header("x-none").orElse("-")));
    assertEquals(Option.some(""), read(FakeHost.get("/").request("x-a", ""), header("x-a").orElse("-")));
    assertEquals(Option.some("/p"), read(HOST, header("x-none").orElse(query("none")).orElse(path())));
    assertEquals(Option.some("z"), read(HOST, header("x-none").orElse(query("none")).orElse("z")));
    assertEquals(Option.none(), read(HOST, header("x-none").orElse(query("none"))));
    assertEquals(Option.some("1"), readInResponse(HOST, header("x-none").orElse(requestHeader("x-a"))));
    assertEquals(Option.some("/P"), read(HOST, header("x-none").orElse(path().upperCase())));
  }

  @Test
  void theOtherValueIsReadOnlyWhereItIsNeeded() {
    FakeHost there = FakeHost.get("/").request("x-a", "1").request("x-b", "2");
    Plugins.request(there, dev.sluice.dsl.Sluice.setHeader("x-c", header("x-a").orElse(header("x-b"))));
    assertEquals(List.of("proxy_get_header_map_value x-a", "proxy_replace_header_map_value x-c"), there.calls());
    assertEquals(List.of("1"), there.requestHeader("x-c"));
    FakeHost gone = FakeHost.get("/").request("x-b", "2");
    Plugins.request(gone, dev.sluice.dsl.Sluice.setHeader("x-c", header("x-a").orElse(header("x-b"))));
    assertEquals(List.of("proxy_get_header_map_value x-a", "proxy_get_header_map_value x-b",
        "proxy_replace_header_map_value x-c"), gone.calls());
    assertEquals(List.of("2"), gone.requestHeader("x-c"));
  }

  @Test
  void aReadThatTheHostRefusesIsNotTakenForAbsent() {
    FakeHost host = FakeHost.get("/").refuse("proxy_get_header_map_value", Status.INTERNAL_FAILURE);
    Plugins.request(host, dev.sluice.dsl.Sluice.setHeader("x-c", header("x-a").orElse("default")));
    assertEquals(503, host.answered());
  }

  @Test
  void numbersHaveAnOtherOneToo() {
    assertTrue(holds(HOST, query("n").asLong().orElse(9).is(5)));
    assertTrue(holds(HOST, query("none").asLong().orElse(9).is(9)));
  }

  @Test
  void badArgumentsAreRefused() {
    assertThrows(IllegalArgumentException.class, () -> template(null));
    assertThrows(IllegalArgumentException.class, () -> template("{}"));
    assertThrows(IllegalArgumentException.class, () -> template("x", method()));
    assertThrows(IllegalArgumentException.class, () -> template("{}", method().is("GET")));
    assertThrows(IllegalArgumentException.class, () -> template("{}", (TextValue) null));
    assertThrows(IllegalArgumentException.class, () -> concat());
    assertThrows(IllegalArgumentException.class, () -> header("a").orElse((String) null));
    assertThrows(IllegalArgumentException.class, () -> header("a").orElse((TextValue) null));
    assertEquals("template: \"{}{}\" has not as many places as there are values; write {} where each belongs",
        assertThrows(IllegalArgumentException.class, () -> template("{}{}", method())).getMessage());
  }

  @Test
  void theyDescribeThemselves() {
    assertEquals("\"{method} at {path}\"", template("{} at {}", method(), path()).describe());
    assertEquals("header a or else header b or else \"c\"",
        header("a").orElse(header("b")).orElse("c").describe());
    assertEquals("header a as a number or else 3", header("a").asLong().orElse(3).asText().describe());
  }
}
