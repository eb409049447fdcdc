package dev.sluice.testkit.acceptance.conformance;

import static dev.sluice.testkit.http.Request.get;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.sluice.abi.Bytes;
import dev.sluice.testkit.EveryPlace;
import dev.sluice.testkit.LogEntry;
import dev.sluice.testkit.PluginUnderTest;
import dev.sluice.testkit.UsePlugin;
import dev.sluice.testkit.UseProxy;
import dev.sluice.testkit.grpc.GrpcService;
import io.vavr.collection.Vector;

@UsePlugin(GrpcPlugin.class)
@UseProxy(grpcClusters = "greeter")
class GrpcTest {
  @EveryPlace
  @Covers({"proxy_grpc_call", "proxy_on_grpc_receive"})
  void oneCallHasOneAnswer(PluginUnderTest plugin) {
    plugin.grpc("greeter", GrpcService.unary(message -> Bytes.utf8(message.utf8() + " you")));
    assertEquals(200, plugin.send(get("/").header("x-mode", "unary")).status());
    assertEquals(Vector.of("call: OK", "message: hello you"), texts(plugin));
  }

  @EveryPlace
  @Covers({"proxy_grpc_stream", "proxy_grpc_send", "proxy_on_grpc_receive_initial_metadata",
      "proxy_on_grpc_receive_trailing_metadata", "proxy_on_grpc_close", "proxy_get_status"})
  void aStreamHasManyMessagesAndMetadata(PluginUnderTest plugin) {
    plugin.grpc("greeter", call -> call.initialMetadata("x-first", "1")
        .onMessage(call::send)
        .onEnd(() -> call.trailingMetadata("x-last", "2").close(5, "not here")));
    assertEquals(200, plugin.send(get("/").header("x-mode", "stream")).status());
    assertEquals(
        Vector.of("send: OK", "send: OK", "initial: 1", "message: one", "message: two", "trailing: 2",
            "closed 5 5: not here{via_upstream}"),
        texts(plugin));
  }

  @EveryPlace
  @Covers("proxy_grpc_cancel")
  void aCallIsGivenUp(PluginUnderTest plugin) {
    plugin.send(get("/").header("x-mode", "cancel"));
    assertEquals(Vector.of("cancel: OK", "unknown: BAD_ARGUMENT"), texts(plugin));
  }

  @EveryPlace
  @Covers("proxy_grpc_close")
  void aStreamIsClosed(PluginUnderTest plugin) {
    plugin.send(get("/").header("x-mode", "close"));
    assertEquals(Vector.of("close: OK"), texts(plugin));
  }

  private static Vector<String> texts(PluginUnderTest plugin) {
    return plugin.logs().map(LogEntry::text);
  }
}
