package dev.sluice.host.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.abi.Bytes;
import dev.sluice.abi.Header;
import dev.sluice.abi.HeadersStatus;
import dev.sluice.abi.MapType;
import dev.sluice.abi.Status;
import dev.sluice.abi.call.Hostcalls;
import dev.sluice.abi.event.HostCallbacks;
import dev.sluice.host.model.HostEnvironment;
import dev.sluice.host.model.HostcallRecord;
import dev.sluice.host.model.PluginSpec;
import io.vavr.control.Option;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class LocalReplyRulesTest {
  private final List<String> told = new ArrayList<>();

  @Test
  void aReplyKeepsTheRequestFromTheUpstreamWhateverTheCallbackReturns() {
    HttpOutcome outcome = exchange(HttpRequest.get("/"), Replying::new);
    assertEquals(403, outcome.status());
    assertEquals("no", outcome.text());
    assertTrue(outcome.upstreamSaw().isEmpty());
    assertEquals(Option.some("test_reply"), outcome.localReply());
    assertEquals(List.of(Bytes.utf8("2")), outcome.values("content-length"));
    assertEquals(List.of(Bytes.utf8("text/plain")), outcome.values("content-type"));
    assertEquals(List.of("proxy_send_local_response"), outcome.hostcalls().stream().map(HostcallRecord::name).toList());
  }

  @Test
  void aReplyPassesThePluginsOwnResponseCallbackWithTheRequestStillReadable() {
    HttpOutcome outcome = exchange(HttpRequest.get("/secret"), host -> new Replying(host) {
      @Override
      public HeadersStatus onResponseHeaders(int contextId, int headerCount, boolean endOfStream) {
        told.add(told(response(":status")) + " " + told(request(":path")));
        set(MapType.RESPONSE_HEADERS, "x-late", "1");
        return HeadersStatus.CONTINUE;
      }
    });
    assertEquals(List.of("403 /secret"), told);
    assertEquals(List.of(Bytes.utf8("1")), outcome.values("x-late"));
  }

  @Test
  void aReplyInTheResponsePhaseGoesStraightToTheClient() {
    HttpOutcome outcome = exchange(HttpRequest.get("/"), host -> new TestPlugin(host) {
      @Override
      public HeadersStatus onResponseHeaders(int contextId, int headerCount, boolean endOfStream) {
        told.add("response " + told(response(":status")));
        return reply(502, "bad upstream", Header.of("x-why", "test"));
      }
    });
    assertEquals(List.of("response 200"), told);
    assertEquals(502, outcome.status());
    assertEquals("bad upstream", outcome.text());
    assertEquals(List.of(Bytes.utf8("test")), outcome.values("x-why"));
    assertTrue(outcome.upstreamSaw().isDefined());
  }

  @Test
  void aSecondReplyOfOneCallbackIsRefused() {
    HttpOutcome outcome = exchange(HttpRequest.get("/"), host -> new TestPlugin(host) {
      @Override
      public HeadersStatus onRequestHeaders(int contextId, int headerCount, boolean endOfStream) {
        reply(403, "first");
        return reply(401, "second");
      }
    });
    assertEquals("first", outcome.text());
    assertEquals(List.of(Status.OK, Status.BAD_ARGUMENT),
        outcome.hostcalls().stream().map(HostcallRecord::status).toList());
  }

  @Test
  void aStatusThatIsNoFinalHttpStatusIsABadArgument() {
    for (int status : new int[] {-1, 0, 100, 199, 600}) {
      HttpOutcome outcome = exchange(HttpRequest.get("/"), host -> new TestPlugin(host) {
        @Override
        public HeadersStatus onRequestHeaders(int contextId, int headerCount, boolean endOfStream) {
          return reply(status, "");
        }
      });
      assertEquals(Status.BAD_ARGUMENT, outcome.hostcalls().get(0).status());
      assertEquals("up", outcome.text());
    }
  }

  @Test
  void aReplyToHeadHasItsLengthButNoBody() {
    HttpOutcome outcome = exchange(HttpRequest.of("HEAD", "/"), Replying::new);
    assertEquals("", outcome.text());
    assertEquals(List.of(Bytes.utf8("2")), outcome.values("content-length"));
  }

  @Test
  void aReplyToGrpcIsTrailersOnly() {
    HttpOutcome outcome =
        exchange(HttpRequest.of("POST", "/s/m").header("content-type", "application/grpc"), Replying::new);
    assertEquals(200, outcome.status());
    assertEquals("", outcome.text());
    assertEquals(List.of(Bytes.utf8("7")), outcome.values("grpc-status"));
    assertEquals(List.of(Bytes.utf8("no")), outcome.values("grpc-message"));
    assertEquals(List.of(Bytes.utf8("application/grpc")), outcome.values("content-type"));
  }

  @Test
  void anEmptyReplyHasNoTypeAndNoLength() {
    HttpOutcome outcome = exchange(HttpRequest.get("/"), host -> new TestPlugin(host) {
      @Override
      public HeadersStatus onRequestHeaders(int contextId, int headerCount, boolean endOfStream) {
        return reply(204, "", Header.of("content-type", "text/html"));
      }
    });
    assertEquals(List.of(), outcome.response().headers());
  }

  @Test
  void aReplyPassesThePluginsThatWereEnteredInReverse() {
    PluginSpec first = named("first", false);
    PluginSpec second = named("second", true);
    PluginSpec third = named("third", false);
    try (EmbeddedProxy proxy = EmbeddedProxy.start(HostEnvironment.deterministic(), first, second, third)) {
      HttpOutcome outcome = proxy.exchange(HttpRequest.get("/"), seen -> HttpResponse.of(200, "up"));
      assertEquals(403, outcome.status());
    }
    assertEquals(List.of("first request", "second request", "second response", "first response"), told);
  }

  @Test
  void aStreamThatIsHeldForGoodIsAnError() {
    StreamHeldException held = assertThrows(StreamHeldException.class,
        () -> exchange(HttpRequest.get("/"), host -> new TestPlugin(host) {
          @Override
          public HeadersStatus onRequestHeaders(int contextId, int headerCount, boolean endOfStream) {
            return HeadersStatus.STOP_ITERATION;
          }
        }));
    assertTrue(held.getMessage().contains("plugin 'test' holds the request headers"), held.getMessage());
  }

  private PluginSpec named(String name, boolean replies) {
    PluginSpec spec = TestPlugin.spec(host -> new TestPlugin(host) {
      @Override
      public HeadersStatus onRequestHeaders(int contextId, int headerCount, boolean endOfStream) {
        told.add(name + " request");
        return replies ? reply(403, "no") : HeadersStatus.CONTINUE;
      }

      @Override
      public HeadersStatus onResponseHeaders(int contextId, int headerCount, boolean endOfStream) {
        told.add(name + " response");
        return HeadersStatus.CONTINUE;
      }
    });
    return PluginSpec.of(name, spec.source());
  }

  private static HttpOutcome exchange(HttpRequest request, Function<Hostcalls, HostCallbacks> plugin) {
    try (EmbeddedProxy proxy = EmbeddedProxy.start(TestPlugin.spec(plugin))) {
      return proxy.exchange(request, seen -> HttpResponse.of(200, "up"));
    }
  }

  private static class Replying extends TestPlugin {
    Replying(Hostcalls host) {
      super(host);
    }

    @Override
    public HeadersStatus onRequestHeaders(int contextId, int headerCount, boolean endOfStream) {
      return reply(403, "no");
    }
  }
}
