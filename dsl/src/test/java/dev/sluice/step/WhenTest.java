package dev.sluice.step;

import static dev.sluice.dsl.Sluice.*;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.sluice.abi.LogLevel;
import dev.sluice.fake.FakeHost;
import dev.sluice.fake.Plugins;
import java.util.List;
import org.junit.jupiter.api.Test;

class WhenTest {
  private static List<String> trace(String target, Step... steps) {
    FakeHost host = FakeHost.get(target);
    Plugins.request(host, steps);
    return host.requestHeader("x-trace");
  }

  private static Step mark(String name) {
    return addHeader("x-trace", name);
  }

  @Test
  void thenWhereItHoldsAndOnBehindIt() {
    Step[] steps = {when(path().is("/a")).then(mark("1"), mark("2")), mark("3")};
    assertEquals(List.of("1", "2", "3"), trace("/a", steps));
    assertEquals(List.of("3"), trace("/b", steps));
  }

  @Test
  void otherwiseWhereItDoesNotHold() {
    Step[] steps = {when(path().is("/a")).then(mark("1")).otherwise(mark("2"), mark("3")), mark("4")};
    assertEquals(List.of("1", "4"), trace("/a", steps));
    assertEquals(List.of("2", "3", "4"), trace("/b", steps));
  }

  @Test
  void nestedInBothBranches() {
    Step[] steps = {
        when(path().startsWith("/a"))
            .then(when(path().endsWith("x")).then(mark("ax")).otherwise(mark("a")))
            .otherwise(when(path().endsWith("x")).then(mark("x")), mark("-"))};
    assertEquals(List.of("ax"), trace("/ax", steps));
    assertEquals(List.of("a"), trace("/a", steps));
    assertEquals(List.of("x", "-"), trace("/x", steps));
    assertEquals(List.of("-"), trace("/", steps));
  }

  @Test
  void emptyBranches() {
    assertEquals(List.of("1"), trace("/", when(path().is("/")).then(), mark("1")));
    assertEquals(List.of("2", "1"), trace("/", when(path().is("/a")).then().otherwise(mark("2")), mark("1")));
  }

  @Test
  void sequenceIsItsStepsInOrder() {
    assertEquals(List.of("1", "2", "3"), trace("/", sequence(mark("1"), sequence(), sequence(mark("2"))), mark("3")));
  }

  @Test
  void shortFormsMeanTheSame() {
    var holds = path().is("/");
    assertEquals(when(holds).then(respond(403, "No")), when(holds).respond(403, "No"));
    assertEquals(when(holds).then(respond(403)), when(holds).respond(403));
    assertEquals(when(holds).then(setHeader("a", "b")), when(holds).setHeader("a", "b"));
    assertEquals(when(holds).then(setHeader("a", method())), when(holds).setHeader("a", method()));
    assertEquals(when(holds).then(addHeader("a", "b")), when(holds).addHeader("a", "b"));
    assertEquals(when(holds).then(addHeader("a", method())), when(holds).addHeader("a", method()));
    assertEquals(when(holds).then(removeHeader("a")), when(holds).removeHeader("a"));
    assertEquals(when(holds).then(log(LogLevel.INFO, "a")), when(holds).log(LogLevel.INFO, "a"));
    assertEquals(when(holds).then(log(LogLevel.INFO, method())), when(holds).log(LogLevel.INFO, method()));
  }

  @Test
  void nullsAreRefused() {
    assertEquals("then: step number 2 is null; give a value",
        assertThrows(IllegalArgumentException.class, () -> when(path().is("/")).then(respond(200), null))
            .getMessage());
    assertThrows(IllegalArgumentException.class, () -> when(path().is("/")).then().otherwise((Step) null));
    assertThrows(IllegalArgumentException.class, () -> sequence((Step) null));
    assertThrows(IllegalArgumentException.class, () -> plugin("p").request((Step) null));
    assertThrows(IllegalArgumentException.class, () -> plugin("p").response((Step[]) null));
  }
}
