package dev.sluice.testkit.acceptance.conformance;

import static dev.sluice.testkit.http.Request.get;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.sluice.testkit.EveryPlace;
import dev.sluice.testkit.LogEntry;
import dev.sluice.testkit.PluginUnderTest;
import dev.sluice.testkit.UsePlugin;
import io.vavr.collection.Vector;

/** What hosts answer at the edges, the same in all places: the model's rules held against Envoy's. */
@UsePlugin(HostRulesPlugin.class)
class HostRulesTest {
  @EveryPlace
  @Covers({"proxy_call_foreign_function", "proxy_define_metric", "proxy_increment_metric", "proxy_record_metric",
      "proxy_get_metric", "proxy_get_shared_data", "proxy_set_shared_data", "proxy_register_shared_queue",
      "proxy_resolve_shared_queue", "proxy_enqueue_shared_queue", "proxy_dequeue_shared_queue"})
  void edgesAreTheSame(PluginUnderTest plugin) {
    Vector<String> told = plugin.send(get("/")).logs().map(LogEntry::text);
    assertEquals(
        Vector.of(
            "counter +2 OK, +0 BAD_ARGUMENT, -1 BAD_ARGUMENT, recorded 3 OK: 5",
            "gauge +5 OK, +0 OK, -2 OK: 3",
            "histogram +1 BAD_ARGUMENT, recorded 3 OK, got BAD_ARGUMENT",
            "counter again: 6",
            "no metric of type 0: NOT_FOUND NOT_FOUND NOT_FOUND",
            "no metric of type 1: NOT_FOUND NOT_FOUND NOT_FOUND",
            "no metric of type 2: BAD_ARGUMENT NOT_FOUND BAD_ARGUMENT",
            "no metric of type 3: BAD_ARGUMENT NOT_FOUND BAD_ARGUMENT",
            "new key OK, empty value OK 0",
            "compared OK, again CAS_MISMATCH, uncompared OK",
            "queue true true, in OK, out OK, empty EMPTY",
            "no queue NOT_FOUND NOT_FOUND NOT_FOUND",
            "declared OK, again BAD_ARGUMENT",
            "set once OK, twice BAD_ARGUMENT: one",
            "filter state OK: b, unknown NOT_FOUND, no port BAD_ARGUMENT, no message BAD_ARGUMENT",
            "text: text text text text, cut off SERIALIZATION_FAILURE, not zlib SERIALIZATION_FAILURE, nothing"
                + " SERIALIZATION_FAILURE",
            "route OK, unknown NOT_FOUND",
            "signature: holds, Failed to verify digest. Error code: 0, Failed to initialize digest verify., md5 is not"
                + " supported."),
        told);
  }
}
