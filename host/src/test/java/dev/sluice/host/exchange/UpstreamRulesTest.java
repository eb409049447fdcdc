package dev.sluice.host.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.abi.HeadersStatus;
import dev.sluice.abi.MapType;
import dev.sluice.abi.call.Hostcalls;
import dev.sluice.host.model.UpstreamFailure;
import io.vavr.control.Option;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Upstreams of requests that fail (Envoy, {@code Router::onUpstreamReset}, {@code onResponseTimeout}). */
class UpstreamRulesTest {
  private static final HttpRequest GET = HttpRequest.get("/");
  private static final HttpResponse BEGUN = HttpResponse.of(200, "up");

  private final List<String> told = new ArrayList<>();

  private EmbeddedProxy proxy() {
    return EmbeddedProxy.start(TestPlugin.spec(host -> new Telling(host)));
  }

  @Test
  void anUpstreamThatBreaksOffBecomesA503ThatPassesTheResponseCallbacks() {
    try (EmbeddedProxy proxy = proxy(); Conversation talk = proxy.open()) {
      talk.requestHeaders(GET, true).upstreamFails(UpstreamFailure.RESET);
      assertEquals(503, talk.client().status());
      assertEquals(
          "upstream connect error or disconnect/reset before headers. reset reason: connection termination",
          talk.client().text());
      assertEquals(Option.some("upstream_reset_before_response_started{connection_termination}"), talk.localReply());
      assertEquals(1, talk.client().values("x-seen").size());
    }
    assertEquals(List.of("response 503"), told);
  }

  @Test
  void anUpstreamThatIsSilentBecomesA504ThatPassesTheResponseCallbacks() {
    try (EmbeddedProxy proxy = proxy(); Conversation talk = proxy.open()) {
      talk.requestHeaders(GET, true).upstreamFails(UpstreamFailure.TIMEOUT);
      assertEquals(504, talk.client().status());
      assertEquals("upstream request timeout", talk.client().text());
      assertEquals(Option.some("response_timeout"), talk.localReply());
    }
    assertEquals(List.of("response 504"), told);
  }

  @Test
  void aGrpcRequestGetsTheFailureOfItsUpstreamAsAStatus() {
    try (EmbeddedProxy proxy = proxy(); Conversation talk = proxy.open()) {
      talk.requestHeaders(HttpRequest.of("POST", "/s/m").header("content-type", "application/grpc"), true)
          .upstreamFails(UpstreamFailure.TIMEOUT);
      assertEquals(200, talk.client().status());
      assertEquals("[14]", talk.client().values("grpc-status").toString());
      assertEquals("[upstream request timeout]", talk.client().values("grpc-message").toString());
    }
  }

  @Test
  void anUpstreamThatFailsWithinItsResponseResetsTheStream() {
    try (EmbeddedProxy proxy = proxy(); Conversation talk = proxy.open()) {
      talk.requestHeaders(GET, true).responseHeaders(BEGUN, false).upstreamFails(UpstreamFailure.RESET);
      assertEquals(Option.some("upstream_reset_after_response_started{connection_termination}"), talk.reset());
    }
    try (EmbeddedProxy proxy = proxy(); Conversation talk = proxy.open()) {
      talk.requestHeaders(GET, true).responseHeaders(BEGUN, false).upstreamFails(UpstreamFailure.TIMEOUT);
      assertEquals(Option.some("response_timeout"), talk.reset());
    }
  }

  @Test
  void nothingCanFailAfterTheEndOfTheResponseOrAReply() {
    try (EmbeddedProxy proxy = proxy(); Conversation talk = proxy.open()) {
      talk.requestHeaders(GET, true)
          .responseHeaders(BEGUN, false)
          .responseData("up", true)
          .upstreamFails(UpstreamFailure.RESET);
      assertTrue(talk.client().complete() && talk.reset().isEmpty());
    }
    try (EmbeddedProxy proxy = proxy(); Conversation talk = proxy.open()) {
      talk.requestHeaders(GET.header("x-reply", "1"), true).upstreamFails(UpstreamFailure.RESET);
      assertEquals(403, talk.client().status());
      assertTrue(talk.reset().isEmpty());
    }
  }

  private final class Telling extends TestPlugin {
    Telling(Hostcalls host) {
      super(host);
    }

    @Override
    public HeadersStatus onRequestHeaders(int contextId, int headerCount, boolean endOfStream) {
      return request("x-reply").isOk() ? reply(403, "no") : HeadersStatus.CONTINUE;
    }

    @Override
    public HeadersStatus onResponseHeaders(int contextId, int headerCount, boolean endOfStream) {
      told.add("response " + told(response(":status")));
      set(MapType.RESPONSE_HEADERS, "x-seen", "1");
      return HeadersStatus.CONTINUE;
    }
  }
}
