package dev.sluice.testkit.acceptance.conformance;

import static dev.sluice.testkit.http.Request.get;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.testkit.EveryPlace;
import dev.sluice.testkit.Exchange;
import dev.sluice.testkit.LogEntry;
import dev.sluice.testkit.PluginUnderTest;
import dev.sluice.testkit.UsePlugin;
import dev.sluice.testkit.UseProxy;
import dev.sluice.testkit.http.Callee;
import dev.sluice.testkit.http.Reply;
import dev.sluice.testkit.http.Response;
import io.vavr.collection.Vector;
import java.time.Duration;

@UsePlugin(JoinPlugin.class)
@UseProxy(clusters = {"one", "two"})
class CalloutTest {
  private static final Callee ANSWERS =
      Callee.of(request -> Response.of(200, request.authority() + " " + request.body().utf8()));

  @EveryPlace
  @Covers({"proxy_http_call", "proxy_on_http_call_response", "proxy_continue_stream", "proxy_set_effective_context"})
  void joinsTwoAnswersInAnyOrder(PluginUnderTest plugin) {
    plugin.cluster("one", request -> Reply.after(Duration.ofMillis(50), Response.of(200, "one question")));
    plugin.cluster("two", ANSWERS);
    Exchange exchange = plugin.send(get("/"));
    assertEquals(200, exchange.status());
    assertEquals(Vector.of("one question"), exchange.upstreamSaw().get().headers().all("x-one"));
    assertEquals(Vector.of("two question"), exchange.upstreamSaw().get().headers().all("x-two"));
    assertEquals(Vector.of("BAD_ARGUMENT", "12", "12"), plugin.logs().map(LogEntry::text));
  }

  @EveryPlace
  void aServiceThatNeverAnswersTimesOut(PluginUnderTest plugin) {
    plugin.cluster("one", ANSWERS).cluster("two", request -> Reply.never());
    Exchange exchange = plugin.send(get("/"));
    assertEquals(502, exchange.status());
    assertTrue(exchange.upstreamSaw().isEmpty());
  }

  @EveryPlace
  void aServiceThatBreaksOffIsAFailure(PluginUnderTest plugin) {
    plugin.cluster("one", request -> Reply.reset()).cluster("two", ANSWERS);
    assertEquals(502, plugin.send(get("/")).status());
  }
}
