package dev.sluice.testkit.acceptance.conformance;

import static dev.sluice.testkit.http.Request.get;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.sluice.abi.Bytes;
import dev.sluice.testkit.EveryPlace;
import dev.sluice.testkit.LogEntry;
import dev.sluice.testkit.PluginUnderTest;
import dev.sluice.testkit.UsePlugin;
import dev.sluice.testkit.UseProxy;
import dev.sluice.testkit.http.Headers;
import dev.sluice.testkit.http.Reply;
import dev.sluice.testkit.http.Request;
import dev.sluice.testkit.http.Response;
import io.vavr.collection.HashMap;
import io.vavr.collection.Map;
import io.vavr.collection.Vector;
import java.util.HexFormat;
import java.util.concurrent.atomic.AtomicReference;

/** What a plugin sees of gRPC calls and streams that answer, fail or are refused, and when. */
@UsePlugin(GrpcAskPlugin.class)
@UseProxy(clusters = "plain", grpcClusters = "greeter")
class GrpcAskTest {
  private static final int AMPLE_MILLIS = 20_000;
  private static final int SHORT_MILLIS = 2_000;
  private static final Vector<String> CALL_IS_OVER =
      Vector.of("over: BAD_ARGUMENT OK BAD_ARGUMENT NOT_FOUND", "path: /it");
  private static final Vector<String> STREAM_IS_OVER = Vector.of("over: OK OK NOT_FOUND NOT_FOUND", "path: /it");

  @EveryPlace
  @Covers({"proxy_grpc_call", "proxy_on_grpc_receive"})
  void aCallHasAMessageForItsAnswerAndNothingElse(PluginUnderTest plugin) {
    AtomicReference<Headers> seen = new AtomicReference<>();
    plugin.grpc("greeter", call -> {
      seen.set(call.metadata());
      call.initialMetadata("x-first", "1")
          .onMessage(call::send)
          .onEnd(() -> call.trailingMetadata("x-last", "2").close(0, ""));
    });
    assertEquals(Vector.of("asked: OK", "message 5: hello").appendAll(CALL_IS_OVER), story(plugin, "call", "greeter"));
    assertEquals(Vector.of("m cmF3 20000m 20000"), Vector.of(told(seen.get())));
    plugin.send(request("call", Bytes.utf8("greeter"), 0));
    assertEquals("m cmF3 0m ", told(seen.get()));
  }

  private static String told(Headers metadata) {
    return Vector.of("x-meta", "x-some-bin", "grpc-timeout", "x-envoy-expected-rq-timeout-ms")
        .map(name -> metadata.first(name).getOrElse(""))
        .mkString(" ");
  }

  @EveryPlace
  @Covers({"proxy_grpc_stream", "proxy_grpc_send", "proxy_grpc_close", "proxy_grpc_cancel",
      "proxy_on_grpc_receive_initial_metadata", "proxy_on_grpc_receive_trailing_metadata", "proxy_on_grpc_close"})
  void aStreamIsKnownUntilBothSidesHaveClosedIt(PluginUnderTest plugin) {
    plugin.grpc("greeter", call -> call.initialMetadata("x-first", "1")
        .onMessage(call::send)
        .onEnd(() -> call.trailingMetadata("x-last", "2").close(0, "")));
    assertEquals(
        Vector.of("asked: OK", "send: OK OK", "initial true: 1", "message 7: message", "message 7: message",
            "trailing true: 2", "closed 0: 0 via_upstream").appendAll(STREAM_IS_OVER),
        story(plugin, "open", "greeter"));
  }

  @EveryPlace
  void aServiceRefuses(PluginUnderTest plugin) {
    plugin.grpc("greeter", call -> call.onEnd(() -> call.close(7, "not you")));
    assertEquals(failed(7, "not you{via_upstream}"), story(plugin, "call", "greeter"));
    assertEquals(
        Vector.of("asked: OK", "send: OK OK", "initial true: NOT_FOUND", "trailing true: NOT_FOUND",
            "closed 7: 7 not you{via_upstream}").appendAll(STREAM_IS_OVER),
        story(plugin, "open", "greeter"));
  }

  @EveryPlace
  void aServiceThatEndsWellWithoutAMessageHasFailed(PluginUnderTest plugin) {
    plugin.grpc("greeter", call -> call.onEnd(() -> call.close(0, "")));
    assertEquals(failed(13, ""), story(plugin, "call", "greeter"));
  }

  @EveryPlace
  void aServiceThatIsSilentIsUnavailable(PluginUnderTest plugin) {
    plugin.grpc("greeter", call -> {});
    assertEquals(failed(14, "upstream request timeout{response_timeout}"), shortStory(plugin));
    plugin.grpc("greeter", call -> call.open());
    assertEquals(failed(13, "response_timeout"), shortStory(plugin));
  }

  @EveryPlace
  void aServiceThatBreaksOffIsUnavailable(PluginUnderTest plugin) {
    String text = "upstream connect error or disconnect/reset before headers. reset reason: remote reset"
        + "{upstream_reset_before_response_started{remote_reset}}";
    plugin.grpc("greeter", call -> call.onEnd(call::reset));
    assertEquals(failed(14, text), story(plugin, "call", "greeter"));
    assertEquals(
        Vector.of("asked: OK", "send: OK OK", "initial false: NOT_FOUND", "trailing true: NOT_FOUND",
            "closed 14: 14 " + text).appendAll(STREAM_IS_OVER),
        story(plugin, "open", "greeter"));
  }

  @EveryPlace
  void whatIsNoGrpcGetsAStatusFromItsHttpStatus(PluginUnderTest plugin) {
    Map<Integer, Integer> codes =
        HashMap.of(200, 2, 204, 2, 400, 13, 401, 16, 403, 7, 404, 12, 429, 14, 500, 2, 502, 14, 503, 14).put(504, 14);
    codes.forEach((http, grpc) -> {
      plugin.cluster("plain", request -> Reply.of(Response.of(http, "")));
      assertEquals(failed(grpc, "via_upstream"), story(plugin, "call", "plain"));
    });
  }

  @EveryPlace
  void anAnswerOfHeadersAloneIsItsTrailers(PluginUnderTest plugin) {
    for (int status : new int[] {200, 503}) {
      plugin.cluster("plain", request -> Reply.of(
          Response.of(status, "").header("grpc-status", "9").header("grpc-message", "m").header("x-last", "7")));
      assertEquals(
          Vector.of("asked: OK", "send: OK OK", "initial false: NOT_FOUND", "trailing true: 7",
              "closed 9: 9 m{via_upstream}").appendAll(STREAM_IS_OVER),
          story(plugin, "open", "plain"));
    }
  }

  @EveryPlace
  void messagesAreReadAsTheyAreFramed(PluginUnderTest plugin) {
    plugin.cluster("plain", request -> Reply.of(answer("0000000001 61 0000000000 0000000001 62", "0")));
    assertEquals(
        Vector.of("asked: OK", "send: OK OK", "initial true: NOT_FOUND", "message 1: a", "message 0: ", "message 1: b",
            "trailing true: NOT_FOUND", "closed 0: 0 via_upstream").appendAll(STREAM_IS_OVER),
        story(plugin, "open", "plain"));
    for (String body : Vector.of("0100000001 61", "7800000001 61")) {
      plugin.cluster("plain", request -> Reply.of(answer(body, "0")));
      assertEquals(failed(13, "via_upstream"), story(plugin, "call", "plain"));
    }
    plugin.cluster("plain", request -> Reply.of(answer("0000000001 61", "99")));
    assertEquals(failed(-1, "via_upstream"), story(plugin, "call", "plain"));
    plugin.cluster("plain", request -> Reply.of(answer("0000000001 61", "")));
    assertEquals(failed(2, "via_upstream"), story(plugin, "call", "plain"));
  }

  private static Response answer(String hex, String status) {
    Bytes body = Bytes.wrap(HexFormat.of().parseHex(hex.replace(" ", "")));
    return new Response(200, Headers.EMPTY, body, Headers.EMPTY).trailer("grpc-status", status);
  }

  @EveryPlace
  void anUnknownClusterIsAParseFailure(PluginUnderTest plugin) {
    assertEquals(Vector.of("asked: PARSE_FAILURE"), story(plugin, "call", "unknown"));
    assertEquals(Vector.of("asked: PARSE_FAILURE"), story(plugin, "open", "unknown"));
  }

  /** Serialized messages {@code GrpcService { envoy_grpc { cluster_name } initial_metadata { key value } } }. */
  @EveryPlace
  void aSerializedGrpcServiceIsATargetToo(PluginUnderTest plugin) {
    AtomicReference<Headers> seen = new AtomicReference<>();
    plugin.grpc("greeter", call -> {
      seen.set(call.metadata());
      call.onMessage(message -> call.send(message).close(0, ""));
    });
    Bytes greeter = Bytes.latin1("\12\11\12\7greeter\52\13\12\6x-meta\22\1s");
    assertEquals(Vector.of("asked: OK", "message 5: hello").appendAll(CALL_IS_OVER),
        story(plugin, "call", greeter, AMPLE_MILLIS));
    assertEquals(Vector.of("s", "m"), seen.get().all("x-meta"));
    Bytes unknown = Bytes.latin1("\12\11\12\7unknown");
    assertEquals(
        Vector.of("asked: INTERNAL_FAILURE", "closed 14: 14 Cluster not available",
            "over: NOT_FOUND NOT_FOUND NOT_FOUND NOT_FOUND", "path: /it"),
        story(plugin, "open", unknown, AMPLE_MILLIS));
  }

  private static Vector<String> failed(int status, String message) {
    return Vector.of("asked: OK", "closed " + status + ": " + status + " " + message).appendAll(CALL_IS_OVER);
  }

  private static Request request(String mode, Bytes target, int timeoutMillis) {
    return get("/it")
        .header("x-mode", mode)
        .header("x-target", HexFormat.of().formatHex(target.toArray()))
        .header("x-timeout", Integer.toString(timeoutMillis));
  }

  private static Vector<String> story(PluginUnderTest plugin, String mode, String cluster) {
    return story(plugin, mode, Bytes.utf8(cluster), AMPLE_MILLIS);
  }

  private static Vector<String> shortStory(PluginUnderTest plugin) {
    return story(plugin, "call", Bytes.utf8("greeter"), SHORT_MILLIS);
  }

  /** What the plugin told, without what it sees when all is over. */
  private static Vector<String> story(PluginUnderTest plugin, String mode, Bytes target, int timeoutMillis) {
    Vector<String> all = plugin.send(request(mode, target, timeoutMillis)).logs().map(LogEntry::text);
    assertEquals("later: BAD_ARGUMENT, , BAD_ARGUMENT", all.last());
    return all.init();
  }
}
