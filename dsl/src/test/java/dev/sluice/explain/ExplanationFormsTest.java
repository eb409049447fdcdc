package dev.sluice.explain;

import static dev.sluice.dsl.Sluice.*;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.abi.Bytes;
import dev.sluice.abi.Callback;
import dev.sluice.abi.LogLevel;
import dev.sluice.data.json.Json;
import dev.sluice.data.json.JsonPointer;
import dev.sluice.dsl.Plugin;
import io.vavr.collection.List;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Explanations of all parts of a plugin, as text, as JSON and as a chart. */
class ExplanationFormsTest {
  private static final Plugin GUARD = plugin("guard").request(
      call(cluster("auth"), get("/check").header("x-token", header("x-token"))).within(Duration.ofMillis(200))
          .retry(1)
          .onFailure(respond(503, "no \"auth\"")),
      when(answer().status().isNot(200)).respond(401),
      setHeader("x-id", requestBody().limit(1000).json("/id")));

  private static Explanation explain(Plugin plugin) {
    return Explanation.of(settings -> plugin);
  }

  private static Json at(Json json, String pointer) {
    return json.at(JsonPointer.parse(pointer).get()).get();
  }

  @Test
  void whereAStreamMayBeHeld() {
    String text = explain(GUARD).text();
    assertEquals(
        """
            may be held
              request/1 call for call auth: GET "/check", 1048576 bytes at most, 200 ms at most, 2 attempts; otherwise respond\
             503 "no "auth""
              request/3 setHeader for the end of the body, 1000 bytes at most, 5000 ms at most; otherwise too large: respond\
             413, may never end: respond 400, late: respond 408
            """,
        text.substring(text.indexOf("may be held")));
    assertTrue(text.contains("""
          1 call auth: GET "/check"
            failed
              1 respond 503 "no "auth""
        """), text);
  }

  @Test
  void whatResumptionCosts() {
    Way body = explain(plugin("p").request(bind("a", requestBody()), log(LogLevel.INFO, ref("a"))))
        .request()
        .get()
        .all()
        .get()
        .head();
    assertEquals(List.of("the message has a body", "the body is there"), body.decisions());
    assertEquals(List.of("proxy_get_header_map_pairs", "proxy_set_tick_period_milliseconds",
        "proxy_get_current_time_nanoseconds", "proxy_get_buffer_bytes", "proxy_log"), body.hostcalls());
    assertEquals(4, body.cost());
    List<Way> late = explain(plugin("p").request(delay(Duration.ofSeconds(1)))).request().get().all().get();
    assertEquals("proxy_continue_stream", late.head().hostcalls().last());
  }

  @Test
  void connections() {
    String text = explain(tcp("t")
        .onConnect(streamDownstream(replacing("a", "b")))
        .downstream(when(data().contains("x")).then(close()))
        .onClose(log(LogLevel.INFO, "gone"))).text();
    assertEquals("""
        plugin t
        when its code fails: answers 503
        exports: proxy_on_configure, proxy_on_new_connection, proxy_on_downstream_data,\
         proxy_on_downstream_connection_close, proxy_on_delete

        connect
          1 stream the downstream data: replace "a" with "b"
        hostcalls of a new connection: 0, 1 way
          always -> continues: 0
        and each piece of downstream data: 1 to 3 (proxy_get_buffer_status, [proxy_get_buffer_bytes],\
         [proxy_set_buffer_bytes])

        downstream
          1 when data contains "x"
            1 close the connection
        hostcalls of a piece of downstream data: 1 to 2, 2 ways
          data contains "x" -> closes: 2
            proxy_get_buffer_bytes, proxy_close_stream
          not (data contains "x") -> continues: 1
            proxy_get_buffer_bytes

        close
          1 log "gone" at INFO
        hostcalls of a closed connection: 1, 1 way
          always -> ends: 1
            proxy_log
        """, text);
  }

  @Test
  void outsideOfStreams() {
    Explanation explanation = explain(plugin("p")
        .onStart(log(LogLevel.INFO, "on"))
        .every(Duration.ofSeconds(1), call(cluster("c"), get("/")), setSharedData("a", answer().body()))
        .onQueue("jobs", log(LogLevel.INFO, message()))
        .onForeignCall(log(LogLevel.INFO, message()))
        .onShutdown(delay(Duration.ofMillis(10))));
    assertEquals(List.of("start", "every 1000 ms", "queue \"jobs\"", "foreign call", "shutdown"),
        explanation.parts().map(ExplainedPart::name));
    assertEquals(List.of(Callback.CONFIGURE, Callback.TICK, Callback.CONTEXT_CREATE, Callback.HTTP_CALL_RESPONSE,
        Callback.QUEUE_READY, Callback.FOREIGN_FUNCTION, Callback.DONE, Callback.DELETE), explanation.exports());
    assertEquals(List.of("proxy_dequeue_shared_queue", "proxy_log"),
        explanation.parts().get(2).ways().shortest().get().hostcalls());
    assertEquals("proxy_done", explanation.parts().get(4).ways().longest().get().hostcalls().last());
    assertTrue(explanation.parts()
        .get(1)
        .ways()
        .longest()
        .get()
        .hostcalls()
        .forAll(call -> !call.equals("proxy_set_effective_context") && !call.equals("proxy_continue_stream")));
  }

  @Test
  void exportsFollowFromTheWords() {
    assertEquals(List.of(Callback.CONFIGURE, Callback.REQUEST_HEADERS, Callback.LOG, Callback.DELETE),
        explain(plugin("p").request(removeHeader("a")).log(log(LogLevel.INFO, "b"))).exports());
    assertEquals(List.of(Callback.CONFIGURE, Callback.TICK, Callback.CONTEXT_CREATE, Callback.REQUEST_HEADERS,
        Callback.REQUEST_BODY, Callback.REQUEST_TRAILERS, Callback.HTTP_CALL_RESPONSE, Callback.DELETE),
        explain(GUARD).exports());
    assertEquals(List.of(Callback.CONFIGURE, Callback.REQUEST_HEADERS, Callback.REQUEST_BODY,
        Callback.REQUEST_TRAILERS, Callback.DELETE),
        explain(plugin("p").request(streamRequest(replacing("a", "b")))).exports());
  }

  @Test
  void piecesOfABodyRecur() {
    ExplainedPart part = explain(plugin("p").request(streamRequest(replacing("a", "b")))).part("request").get();
    assertEquals(List.of("each piece of the request body"), part.recurring().map(Recurring::when));
    assertEquals(2, part.recurring().head().uses().size());
  }

  @Test
  void asJson() {
    Json json = Json.read(Bytes.utf8(explain(GUARD).json())).get();
    assertEquals("guard", at(json, "/plugin").string().get());
    assertEquals("request/1 call", at(json, "/parts/0/steps/0/path").string().get());
    assertEquals("respond 503 \"no \"auth\"\"",
        at(json, "/parts/0/steps/0/branches/0/steps/0/step").string().get());
    assertEquals("auth", at(json, "/holds/0/cluster").string().get());
    assertEquals(1000, at(json, "/holds/1/bytes").integer().get());
    assertEquals(true, at(json, "/parts/0/hostcalls/shortest/uses/0/certain").bool().get());
  }

  @Test
  void asAChart() {
    assertEquals("""
        flowchart TD
          subgraph part0["request"]
            n0(["a request"])
            n1[["call auth: GET #34;/check#34;"]]
            n0 --> n1
            n2(["respond 503 #34;no #34;auth#34;#34;"])
            n1 -.->|"failed"| n2
            n3{"when not (status of call is 200)"}
            n1 --> n3
            n4(["respond 401"])
            n3 -->|"yes"| n4
            n5[["set header x-id to JSON /id of request body"]]
            n3 -->|"no"| n5
            n6(["goes on"])
            n5 --> n6
          end
        """, explain(GUARD).mermaid());
  }

  @Test
  void chartsHoldNothingThatMermaidWouldRead() {
    String chart = explain(plugin("p\"]").request(
        when(header("a").is("\"] --> x; `<b>` #quot; \n end")).respond(403),
        choose(when(path().is("{a}")).setHeader("b", "(c)")).otherwise(setHeader("d", "|e|")))).mermaid();
    Pattern node = Pattern.compile("    n\\d+(\\[\\[|\\(\\[|\\[|\\{)\"[^\"`<>&\\\\]*\"(\\]\\]|\\]\\)|\\]|\\})");
    Pattern arrow = Pattern.compile("    (n\\d+) (-->|-\\.->)(\\|\"[^\"|]*\"\\|)? (n\\d+)");
    for (String line : chart.split("\n", -1)) {
      Matcher matcher = arrow.matcher(line);
      boolean known = line.isEmpty() || line.equals("flowchart TD") || line.equals("  end")
          || line.equals("  subgraph part0[\"request\"]") || node.matcher(line).matches();
      assertTrue(known || matcher.matches(), line);
      if (!known) {
        assertTrue(chart.contains("    " + matcher.group(1) + "(") || chart.contains("    " + matcher.group(1) + "[")
            || chart.contains("    " + matcher.group(1) + "{"), line);
      }
    }
  }
}
