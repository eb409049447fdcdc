package dev.sluice.testkit.acceptance.language;

import static dev.sluice.testkit.http.Request.get;
import static dev.sluice.testkit.http.Request.post;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.testkit.EveryPlace;
import dev.sluice.testkit.Exchange;
import dev.sluice.testkit.PluginUnderTest;
import dev.sluice.testkit.UsePlugin;
import dev.sluice.testkit.http.Request;
import dev.sluice.testkit.http.Response;
import io.vavr.collection.Vector;

/** Replies made of values: text, JSON, gRPC statuses, redirections. */
@UsePlugin(RepliesPlugin.class)
class RepliesTest {
  @EveryPlace
  void bodyAndHeadersOfValues(PluginUnderTest plugin) {
    Exchange exchange = plugin.send(get("/text").header("x-a", "a body"));
    assertEquals(404, exchange.status());
    assertEquals("a body", exchange.text());
    assertEquals(Vector.empty(), exchange.headers().all("x-b"));
    assertEquals(Vector.of("b"), plugin.send(get("/text").header("x-b", "b")).headers().all("x-b"));
  }

  @EveryPlace
  void jsonOfValues(PluginUnderTest plugin) {
    Exchange exchange = plugin.send(get("/json").header("x-user", "\"ann\\"));
    assertEquals(403, exchange.status());
    assertEquals("{\"error\": \"no GET\", \"user\": \"\\\"ann\\\\\", \"none\": null}", exchange.text());
    assertEquals(Vector.of("application/json"), exchange.headers().all("content-type"));
  }

  @EveryPlace
  void grpcRequestsGetGrpcStatuses(PluginUnderTest plugin) {
    Exchange exchange = plugin.send(grpc("/grpc"));
    assertEquals(200, exchange.status());
    assertEquals(Vector.of("8"), exchange.headers().all("grpc-status"));
    assertEquals(Vector.of("a lot: 100%25"), exchange.headers().all("grpc-message"));
    assertEquals("", exchange.text());
  }

  @EveryPlace
  void otherRequestsGetTheHttpStatusThatSaysTheSame(PluginUnderTest plugin) {
    Exchange exchange = plugin.send(get("/grpc"));
    assertEquals(429, exchange.status());
    assertEquals("a lot: 100%", exchange.text());
    assertTrue(exchange.headers().all("grpc-status").isEmpty());
  }

  @EveryPlace
  void aPlainReplyToAGrpcRequestIsAGrpcStatus(PluginUnderTest plugin) {
    Exchange exchange = plugin.send(grpc("/plain"));
    assertEquals(200, exchange.status());
    assertEquals(Vector.of("7"), exchange.headers().all("grpc-status"));
    assertEquals(Vector.of("not you"), exchange.headers().all("grpc-message"));
  }

  @EveryPlace
  void redirectsWithinTheSiteUnlessTheAuthorWroteItDown(PluginUnderTest plugin) {
    Exchange moved = plugin.send(get("/moved"));
    assertEquals(301, moved.status());
    assertEquals(Vector.of("https://example.com/"), moved.headers().all("location"));
    Exchange next = plugin.send(get("/next?to=/a%3Fb"));
    assertEquals(302, next.status());
    assertEquals(Vector.of("/a?b"), next.headers().all("location"));
    assertEquals(400, plugin.send(get("/next?to=//evil.test")).status());
    assertEquals(400, plugin.send(get("/next")).status());
  }

  @EveryPlace
  void aBodyIsSentBack(PluginUnderTest plugin) {
    Exchange exchange = plugin.send(post("/body", "").pieces("a,", "b"));
    assertEquals(200, exchange.status());
    assertEquals("a,b", exchange.text());
    assertEquals(Vector.of("text/csv"), exchange.headers().all("content-type"));
  }

  @EveryPlace
  void authorsOwnReplies(PluginUnderTest plugin) {
    Exchange exchange = plugin.send(get("/own").header("x-a", "tea"));
    assertEquals(418, exchange.status());
    assertEquals("tea", exchange.text());
  }

  @EveryPlace
  void inTheResponsePart(PluginUnderTest plugin) {
    plugin.upstream(request -> Response.of(200, "x").header("x-secret", "s").header("x-id", "1"));
    Exchange exchange = plugin.send(get("/out"));
    assertEquals(502, exchange.status());
    assertEquals("{\"was\": \"s\"}", exchange.text());
    assertEquals(Vector.of("1"), exchange.headers().all("x-id"));
  }

  private static Request grpc(String path) {
    return post(path, "\0\0\0\0\0").header("content-type", "application/grpc");
  }
}
