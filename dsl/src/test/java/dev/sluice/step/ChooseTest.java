package dev.sluice.step;

import static dev.sluice.dsl.Sluice.*;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.sluice.dsl.Plugin;
import dev.sluice.explain.Explanation;
import dev.sluice.fake.FakeHost;
import dev.sluice.fake.Plugins;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChooseTest {
  private static List<String> trace(String target, Step... steps) {
    FakeHost host = FakeHost.get(target);
    Plugins.request(host, steps);
    return host.requestHeader("x-trace");
  }

  private static Step mark(String name) {
    return addHeader("x-trace", name);
  }

  private static Choose choice() {
    return choose(
        when(path().startsWith("/a")).then(mark("a"), mark("b")),
        when(path().endsWith("x")).then(mark("x")),
        when(path().is("/nothing")).then());
  }

  @Test
  void theFirstCaseThatHoldsRunsAlone() {
    assertEquals(List.of("a", "b", "end"), trace("/ax", choice(), mark("end")));
    assertEquals(List.of("x", "end"), trace("/x", choice().otherwise(mark("other")), mark("end")));
    assertEquals(List.of("end"), trace("/nothing", choice().otherwise(mark("other")), mark("end")));
  }

  @Test
  void otherwiseWhereNoneHolds() {
    assertEquals(List.of("end"), trace("/", choice(), mark("end")));
    assertEquals(List.of("1", "2", "end"), trace("/", choice().otherwise(mark("1")).otherwise(mark("2")), mark("end")));
  }

  @Test
  void aCaseThatAnswersEndsThePart() {
    FakeHost host = FakeHost.get("/a");
    Plugins.request(host, choose(when(path().is("/a")).respond(204)), mark("end"));
    assertEquals(204, host.answered());
    assertEquals(List.of(), host.requestHeader("x-trace"));
  }

  @Test
  void itIsExplainedCaseByCase() {
    Plugin plugin = plugin("p").request(choose(when(path().is("/a")).respond(204)).otherwise(mark("o"), mark("p")));
    String text = Explanation.of(settings -> plugin).text();
    assertEquals("""
        request
          1 choose
            case 1 when path is "/a"
              1 respond 204
            otherwise
              1 add header x-trace: "o"
              2 add header x-trace: "p"
        hostcalls of a request: 2 to 3, 2 ways
        """, text.substring(text.indexOf("request\n"), text.indexOf("2 ways") + 7));
  }

  @Test
  void pathsNameTheCase() {
    FakeHost host = FakeHost.get("/x");
    Plugins.request(host, choose(
        when(path().is("/a")).then(mark("a")),
        when(path().is("/x")).then(step("broken", exchange -> {
          throw new IllegalStateException("as told");
        }))));
    assertEquals(true, host.lines().get(0).contains("request/1 choose/case 2/1 step \"broken\""), host.lines().get(0));
  }

  @Test
  void whatCannotWorkIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> choose());
    assertThrows(IllegalArgumentException.class, () -> choose((When) null));
    assertThrows(IllegalArgumentException.class, () -> choice().otherwise((Step) null));
    assertEquals("choose: case 1 has an otherwise of its own; give the cases none, and choose(..) one",
        assertThrows(IllegalArgumentException.class,
            () -> choose(when(path().is("/")).respond(200).otherwise(respond(201)))).getMessage());
  }
}
