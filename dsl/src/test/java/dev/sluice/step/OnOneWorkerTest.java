package dev.sluice.step;

import static dev.sluice.dsl.Sluice.*;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.abi.Bytes;
import dev.sluice.abi.LogLevel;
import dev.sluice.abi.Status;
import dev.sluice.engine.PluginCallbacks;
import dev.sluice.fake.FakeHost;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class OnOneWorkerTest {
  private static final long SECOND = 1_000_000_000L;
  private static final long START = 1_700_000_000L * SECOND;

  private final FakeHost host = FakeHost.get("/").time(START);

  /** One worker of several on the same host, which says its name in every period that is its. */
  private PluginCallbacks worker(String name) {
    PluginCallbacks worker = PluginCallbacks.of(
        settings -> plugin("p").every(Duration.ofSeconds(1), onOneWorker("report", log(LogLevel.INFO, name))), host);
    worker.onContextCreate(1, 0);
    assertTrue(worker.onConfigure(1, 0));
    return worker;
  }

  private List<String> ran(long second, PluginCallbacks... workers) {
    host.time(START + second * SECOND);
    host.lines().clear();
    for (PluginCallbacks worker : workers) {
      worker.onTick(1);
    }
    return List.copyOf(host.lines());
  }

  @Test
  void theFirstOneKeepsTheLeaseForAsLongAsItLives() {
    PluginCallbacks a = worker("a");
    PluginCallbacks b = worker("b");
    assertEquals(List.of("INFO a"), ran(1, a, b));
    for (int second = 2; second < 20; second++) {
      assertEquals(List.of("INFO a"), ran(second, b, a));
    }
  }

  @Test
  void anotherTakesOverThreePeriodsAfterTheHoldersLast() {
    PluginCallbacks a = worker("a");
    PluginCallbacks b = worker("b");
    assertEquals(List.of("INFO a"), ran(1, a, b));
    assertEquals(List.of(), ran(2, b));
    assertEquals(List.of(), ran(3, b));
    assertEquals(List.of("INFO b"), ran(4, b));
    assertEquals(List.of("INFO b"), ran(5, a, b));
  }

  @Test
  void whoIsLateByAWriteDoesNotRun() {
    PluginCallbacks a = worker("a");
    host.state().share("sluice.lease.report", Bytes.utf8("whatever")).rivals(1);
    assertEquals(List.of(), ran(1, a));
    assertEquals(List.of("INFO a"), ran(2, a));
  }

  @Test
  void aLeaseOfAClockThatWasPutBackHoldsNobodyUp() {
    PluginCallbacks a = worker("a");
    assertEquals(List.of("INFO a"), ran(1, a));
    host.time(START - 1000 * SECOND);
    PluginCallbacks b = worker("b");
    assertEquals(List.of("INFO b"), ran(-999, b));
  }

  @Test
  void noRoomForTheLeaseIsLogged() {
    PluginCallbacks a = worker("a");
    host.refuse("proxy_set_shared_data", Status.INTERNAL_FAILURE);
    List<String> lines = ran(1, a);
    assertEquals(1, lines.size());
    assertTrue(lines.get(0).startsWith("ERROR ") && lines.get(0).contains("no room for the lease \"report\""),
        lines.get(0));
  }

  @Test
  void itIsForIntervals() {
    assertTrue(assertThrows(IllegalArgumentException.class,
        () -> plugin("p").request(onOneWorker("l", respond(403))).plan()).getMessage()
        .contains("onOneWorker is for every(..)"));
    assertThrows(IllegalArgumentException.class, () -> plugin("p").onStart(onOneWorker("l", respond(403))).plan());
    assertThrows(IllegalArgumentException.class, () -> onOneWorker("", respond(403)));
  }
}
