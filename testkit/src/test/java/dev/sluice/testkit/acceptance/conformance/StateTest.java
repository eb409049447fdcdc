package dev.sluice.testkit.acceptance.conformance;

import static dev.sluice.testkit.http.Request.get;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.sluice.testkit.EveryPlace;
import dev.sluice.testkit.LogEntry;
import dev.sluice.testkit.PluginUnderTest;
import dev.sluice.testkit.UsePlugin;
import dev.sluice.testkit.UseProxy;
import io.vavr.collection.Vector;

@UsePlugin(value = StatePlugin.class, vm = "state-vm")
@UseProxy(workers = 2)
class StateTest {
  @EveryPlace
  @Covers({"proxy_on_vm_start", "proxy_get_shared_data", "proxy_set_shared_data", "proxy_register_shared_queue",
      "proxy_resolve_shared_queue", "proxy_enqueue_shared_queue", "proxy_dequeue_shared_queue",
      "proxy_on_queue_ready"})
  void workersShareDataAndQueues(PluginUnderTest plugin) {
    assertEquals(lines("before: NOT_FOUND"), first(plugin.sendTo(0, get("/").header("x-value", "a")).logs()));
    await(plugin, "message: a");
    assertEquals(lines("before: a"), first(plugin.sendTo(1, get("/").header("x-value", "b")).logs()));
    await(plugin, "message: b");
    plugin.await("the queue is empty", () -> plugin.logs().count(line -> line.text().equals("then: EMPTY")) == 2);
  }

  private static void await(PluginUnderTest plugin, String line) {
    plugin.await(line, () -> plugin.logs().exists(entry -> entry.text().equals(line)));
  }

  private static Vector<String> lines(String before) {
    return Vector.of(before, "write: OK", "again: CAS_MISMATCH", "enqueue: OK", "no queue: NOT_FOUND");
  }

  /** What the queue says may come in between. */
  private static Vector<String> first(Vector<LogEntry> logs) {
    return logs.map(LogEntry::text).reject(text -> text.startsWith("message") || text.startsWith("then"));
  }
}
