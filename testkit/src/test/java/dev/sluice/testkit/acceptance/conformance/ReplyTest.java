package dev.sluice.testkit.acceptance.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.sluice.testkit.EveryPlace;
import dev.sluice.testkit.Exchange;
import dev.sluice.testkit.PluginUnderTest;
import dev.sluice.testkit.UsePlugin;
import dev.sluice.testkit.http.Request;
import io.vavr.collection.Vector;

/** Replies of plugins as clients get them; what counts is the request as it came. */
@UsePlugin(ReplyPlugin.class)
class ReplyTest {
  private static final String NO_GRPC_STATUS = "-1";
  private static final Vector<String> GRPC_HEADERS = Vector.of("content-type", "grpc-status", "grpc-message");

  @EveryPlace
  @Covers("proxy_send_local_response")
  void aGrpcRequestGetsTrailersOnly(PluginUnderTest plugin) {
    assertEquals("200 application/grpc 7 no", reply(plugin, grpc("application/grpc", 403, "no")));
    assertEquals("200 application/grpc 7 no", reply(plugin, grpc("application/grpc+proto", 403, "no")));
    assertEquals("403 text/plain - - no", reply(plugin, grpc("application/grpc-web", 403, "no")));
    assertEquals("403 text/plain - - no", reply(plugin, grpc("Application/grpc", 403, "no")));
    assertEquals("403 text/plain - - no", reply(plugin, grpc("application/grpc;x=y", 403, "no")));
  }

  @EveryPlace
  void theGrpcStatusFollowsFromTheHttpStatusUnlessThePluginSaysIt(PluginUnderTest plugin) {
    int[][] codes =
        {{200, 2}, {400, 13}, {401, 16}, {403, 7}, {404, 12}, {429, 14}, {500, 2}, {502, 14}, {503, 14}, {504, 14}};
    for (int[] code : codes) {
      assertEquals("200 application/grpc " + code[1] + " -", reply(plugin, grpc("application/grpc", code[0], "")));
    }
    Request refused = Request.post("/", "body").header("content-type", "application/grpc").header("x-status", "403");
    assertEquals("200 application/grpc 0 -", reply(plugin, refused.header("x-grpc", "0")));
    assertEquals("200 application/grpc 16 -", reply(plugin, refused.header("x-grpc", "16")));
    assertEquals("200 application/grpc 7 -", reply(plugin, refused.header("x-grpc", "17")));
    Request own = grpc("application/grpc", 403, "text");
    assertEquals("200 application/grpc 9 text",
        reply(plugin, own.header("x-name", "grpc-status").header("x-value", "9")));
    assertEquals("200 application/grpc 7 text",
        reply(plugin, own.header("x-name", "grpc-message").header("x-value", "mine")));
    assertEquals("200 application/grpc 7 text",
        reply(plugin, own.header("x-name", "content-length").header("x-value", "4")));
  }

  @EveryPlace
  void theGrpcMessageIsPercentEncoded(PluginUnderTest plugin) {
    assertEquals("200 application/grpc 7 100%25 n%C3%B6%7E",
        reply(plugin, grpc("application/grpc", 403, "100% n\u00f6~")));
  }

  @EveryPlace
  void aHeadRequestGetsNoBody(PluginUnderTest plugin) {
    Request head = Request.head("/").header("x-status", "403").header("x-grpc", NO_GRPC_STATUS).header("x-text", "no");
    assertEquals("403 text/plain - -", reply(plugin, head));
    assertEquals("200 application/grpc 7 -", reply(plugin, head.header("content-type", "application/grpc")));
  }

  private static Request grpc(String type, int status, String text) {
    return Request.post("/", "body")
        .header("content-type", type)
        .header("x-status", Integer.toString(status))
        .header("x-grpc", NO_GRPC_STATUS)
        .header("x-text", text);
  }

  private static String reply(PluginUnderTest plugin, Request request) {
    Exchange exchange = plugin.send(request);
    Vector<String> headers = GRPC_HEADERS.map(name -> exchange.headers().first(name).getOrElse("-"));
    return (exchange.status() + " " + headers.mkString(" ") + " " + exchange.text()).strip();
  }
}
