package dev.sluice.testkit.acceptance.conformance;

import static dev.sluice.testkit.http.Request.get;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.sluice.testkit.EveryPlace;
import dev.sluice.testkit.Exchange;
import dev.sluice.testkit.LogEntry;
import dev.sluice.testkit.PluginUnderTest;
import dev.sluice.testkit.UsePlugin;
import dev.sluice.testkit.UseProxy;
import dev.sluice.testkit.http.Reply;
import dev.sluice.testkit.http.Request;
import dev.sluice.testkit.http.Response;
import dev.sluice.testkit.http.SeenRequest;
import io.vavr.collection.Vector;
import java.util.concurrent.atomic.AtomicReference;

/** What a plugin sees of a call that answers, fails or is refused, and when. */
@UsePlugin(AskPlugin.class)
@UseProxy(clusters = "one")
class AskTest {
  private static final Request ASK = get("/it").header("x-cluster", "one").header("x-ask", "body");
  private static final Request IN_TIME = ASK.header("x-timeout", "300");
  private static final String NOTHING = "BAD_ARGUMENT, NOT_FOUND, BAD_ARGUMENT, OK";

  @EveryPlace
  @Covers({"proxy_http_call", "proxy_on_http_call_response", "proxy_get_status", "proxy_set_effective_context"})
  void theAnswerIsThereInItsCallbackOnly(PluginUnderTest plugin) {
    AtomicReference<SeenRequest> seen = new AtomicReference<>();
    plugin.cluster("one", request -> {
      seen.set(request);
      return Reply.of(Response.of(200, "hello").trailer("x-end", "1"));
    });
    assertEquals(story("200, hello, 1, OK", "5 1"), plugin.send(ASK).logs().map(LogEntry::text));
    assertEquals("POST /ask service body",
        seen.get().method() + " " + seen.get().target() + " " + seen.get().authority() + " "
            + seen.get().body().utf8());
    assertEquals(Vector.of("4"), seen.get().headers().all("content-length"));
    assertEquals(Vector.empty(), seen.get().headers().all("x-envoy-expected-rq-timeout-ms"));
  }

  @EveryPlace
  void aServiceThatTakesTooLongIsA504(PluginUnderTest plugin) {
    plugin.cluster("one", request -> Reply.never());
    assertEquals(story("504, upstream request timeout, BAD_ARGUMENT, OK", "24 0"),
        plugin.send(IN_TIME).logs().map(LogEntry::text));
  }

  @EveryPlace
  void aServiceThatBreaksOffIsA503(PluginUnderTest plugin) {
    plugin.cluster("one", request -> Reply.reset());
    String text =
        "upstream connect error or disconnect/reset before headers. reset reason: connection termination";
    assertEquals(story("503, " + text + ", BAD_ARGUMENT, OK", "95 0"),
        plugin.send(ASK).logs().map(LogEntry::text));
  }

  private static Vector<String> story(String answer, String sizes) {
    return Vector.of("asked: OK", "answer: headers " + sizes, answer, "set: BAD_ARGUMENT BAD_ARGUMENT BAD_ARGUMENT",
        "status: 0 ", "before:  OK", "effective: BAD_ARGUMENT OK", "after: /it", answer, "continued: ", NOTHING);
  }

  @EveryPlace
  void whatCannotBeSentIsABadArgument(PluginUnderTest plugin) {
    Vector<Request> requests =
        Vector.of(":path", ":method", ":authority")
            .map(name -> ASK.header("x-without", name))
            .append(ASK.header("x-timeout", "-1"))
            .append(get("/").header("x-cluster", "unknown"));
    for (Request request : requests) {
      assertEquals(Vector.of("asked: BAD_ARGUMENT", NOTHING), plugin.send(request).logs().map(LogEntry::text));
    }
  }

  @EveryPlace
  void anUpstreamThatBreaksOffOrIsSilentPassesThePluginAsAReply(PluginUnderTest plugin) {
    Request request = get("/").header("x-cluster", "unknown");
    plugin.upstreamReacts(seen -> Reply.reset());
    Exchange reset = plugin.send(request);
    assertEquals(503, reset.status());
    assertEquals("upstream connect error or disconnect/reset before headers. reset reason: connection termination",
        reset.text());
    assertEquals(Vector.of("asked: BAD_ARGUMENT", NOTHING), reset.logs().map(LogEntry::text));
    plugin.upstreamReacts(seen -> Reply.never());
    Exchange silent = plugin.send(request);
    assertEquals(504, silent.status());
    assertEquals("upstream request timeout", silent.text());
    assertEquals(Vector.of("asked: BAD_ARGUMENT", NOTHING), silent.logs().map(LogEntry::text));
  }
}
