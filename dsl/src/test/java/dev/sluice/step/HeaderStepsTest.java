package dev.sluice.step;

import static dev.sluice.dsl.Sluice.*;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.abi.HeadersStatus;
import dev.sluice.abi.Status;
import dev.sluice.fake.FakeHost;
import dev.sluice.fake.Plugins;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HeaderStepsTest {
  @Test
  void setHeaderReplacesAllValues() {
    FakeHost host = FakeHost.get("/").request("x-a", "1").request("x-a", "2");
    assertEquals(HeadersStatus.CONTINUE, Plugins.request(host, setHeader("X-A", "3")));
    assertEquals(List.of("3"), host.requestHeader("x-a"));
    assertEquals(List.of("proxy_replace_header_map_value x-a"), host.calls());
  }

  @Test
  void addHeaderKeepsWhatIsThere() {
    FakeHost host = FakeHost.get("/").request("x-a", "1");
    Plugins.request(host, addHeader("x-a", "2"));
    assertEquals(List.of("1", "2"), host.requestHeader("x-a"));
  }

  @Test
  void removeHeaderTakesOutAllValues() {
    FakeHost host = FakeHost.get("/").request("x-a", "1").request("x-a", "2");
    Plugins.request(host, removeHeader("x-a"));
    assertEquals(List.of(), host.requestHeader("x-a"));
  }

  @Test
  void inAResponsePartTheyChangeTheResponse() {
    FakeHost host = FakeHost.get("/").request("x-a", "in").response("x-a", "out").response("server", "s");
    Plugins.response(host, setHeader("x-a", "new"), addHeader("x-b", "b"), removeHeader("server"));
    assertEquals(List.of("in"), host.requestHeader("x-a"));
    assertEquals(List.of("new"), host.responseHeader("x-a"));
    assertEquals(List.of("b"), host.responseHeader("x-b"));
    assertEquals(List.of(), host.responseHeader("server"));
  }

  @Test
  void setHeaderToAnAbsentValueLeavesNothingOfTheClients() {
    FakeHost host = FakeHost.get("/").request("x-trusted", "forged");
    Plugins.request(host, setHeader("x-trusted", header("x-source")));
    assertEquals(List.of(), host.requestHeader("x-trusted"));
  }

  @Test
  void setHeaderToAnEmptyValueSetsAnEmptyValue() {
    FakeHost host = FakeHost.get("/").request("x-source", "");
    Plugins.request(host, setHeader("x-a", header("x-source")));
    assertEquals(List.of(""), host.requestHeader("x-a"));
  }

  @Test
  void addHeaderOfAnAbsentValueAddsNothing() {
    FakeHost host = FakeHost.get("/").request("x-a", "1");
    Plugins.request(host, addHeader("x-a", header("x-source")));
    assertEquals(List.of("1"), host.requestHeader("x-a"));
  }

  @Test
  void valuesAreReadWhenTheStepRuns() {
    FakeHost host = FakeHost.get("/");
    Plugins.request(host, setHeader("x-a", "1"), setHeader("x-b", header("x-a")), setHeader("x-a", "2"),
        addHeader("x-b", header("x-a")));
    assertEquals(List.of("1", "2"), host.requestHeader("x-b"));
  }

  @Test
  void aPseudoHeaderCanBeSet() {
    FakeHost host = FakeHost.get("/a?b");
    Plugins.request(host, setHeader(":path", "/c"), setHeader("x-path", path()));
    assertEquals(List.of("/c"), host.requestHeader(":path"));
    assertEquals(List.of("/c"), host.requestHeader("x-path"));
  }

  @Test
  void aPseudoHeaderIsNeverTakenOut() {
    FakeHost host = FakeHost.get("/a");
    Plugins.request(host, setHeader(":path", header("x-none")));
    assertEquals(List.of("/a"), host.requestHeader(":path"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"%0d%0ax-admin:%201", "%0a", "a%00b"})
  void aDecodedValueCannotForgeAHeader(String encoded) {
    for (Step step : List.of(setHeader("x-a", query("q")), addHeader("x-a", query("q")))) {
      FakeHost host = FakeHost.get("/?q=" + encoded);
      assertEquals(HeadersStatus.STOP_ITERATION, Plugins.request(host, step));
      assertEquals(400, host.answered());
      assertEquals(List.of(), host.requestHeader("x-a"));
    }
  }

  @Test
  void aHostThatRefusesAChangeIsAFailure() {
    for (String hostcall : List.of("replace", "add", "remove")) {
      FakeHost host = FakeHost.get("/").refuse("proxy_" + hostcall + "_header_map_value", Status.BAD_ARGUMENT);
      Step step = switch (hostcall) {
        case "replace" -> setHeader("a", "b");
        case "add" -> addHeader("a", "b");
        default -> removeHeader("a");
      };
      Plugins.request(host, step);
      assertEquals(503, host.answered());
      assertTrue(host.lines().get(0).contains("_header_map_value answered BAD_ARGUMENT"), host.lines().get(0));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\r", "\n", "a\0b"})
  void illegalValuesAreRefusedWhereTheyAreWritten(String value) {
    assertThrows(IllegalArgumentException.class, () -> setHeader("a", value));
    assertThrows(IllegalArgumentException.class, () -> addHeader("a", value));
    assertThrows(IllegalArgumentException.class, () -> respond(200).header("a", value));
    assertThrows(IllegalArgumentException.class, () -> respond(200).details(value));
  }

  @Test
  void illegalNamesAreRefusedWhereTheyAreWritten() {
    assertEquals(
        "setHeader: the header name \"a b\" has an illegal character at index 1; use letters, digits and "
            + "!#$%&'*+-.^_`|~ (RFC 9110, section 5.6.2)",
        assertThrows(IllegalArgumentException.class, () -> setHeader("a b", "c")).getMessage());
    assertThrows(IllegalArgumentException.class, () -> addHeader(":path", "/"));
    assertThrows(IllegalArgumentException.class, () -> removeHeader(":path"));
    assertThrows(IllegalArgumentException.class, () -> setHeader("a", (String) null));
    assertThrows(IllegalArgumentException.class, () -> setHeader("a", (dev.sluice.value.TextValue) null));
  }
}
