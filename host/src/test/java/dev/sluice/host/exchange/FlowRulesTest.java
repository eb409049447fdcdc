package dev.sluice.host.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.abi.BufferType;
import dev.sluice.abi.Bytes;
import dev.sluice.abi.DataStatus;
import dev.sluice.abi.Header;
import dev.sluice.abi.HeadersStatus;
import dev.sluice.abi.MapType;
import dev.sluice.abi.Status;
import dev.sluice.abi.StopOrContinue;
import dev.sluice.abi.StreamType;
import dev.sluice.abi.call.Hostcalls;
import dev.sluice.abi.codec.HeaderMapCodec;
import dev.sluice.abi.event.HostCallbacks;
import io.vavr.control.Option;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** parity.md, section 4: trailers, resumption, closing, whole maps. */
class FlowRulesTest {
  private static final HttpRequest POST = HttpRequest.of("POST", "/");
  private static final HttpResponse UP = HttpResponse.of(200, "up");

  private final List<String> told = new ArrayList<>();

  @Test
  void trailersComeAfterABodyWithoutEnd() {
    HttpOutcome outcome = exchange(POST.body("b").trailer("x-t", "1"), host -> new BodyPlugin(host, told) {
      @Override
      public StopOrContinue onRequestTrailers(int contextId, int trailerCount) {
        told.add(trailerCount + " " + told(host.headers().value(MapType.REQUEST_TRAILERS, Bytes.utf8("x-t"))));
        host.headers().add(MapType.REQUEST_TRAILERS, Bytes.utf8("x-u"), Bytes.utf8("2"));
        return StopOrContinue.CONTINUE;
      }
    });
    assertEquals(List.of("request 1 b", "1 1"), told.subList(0, 2));
    assertEquals(List.of(Header.of("x-t", "1"), Header.of("x-u", "2")), outcome.upstreamSaw().get().trailers());
  }

  @Test
  void trailersCanBeAddedInTheCallbackOfTheLastChunkOnly() {
    HttpOutcome outcome = exchange(POST.body("b"), host -> new TestPlugin(host) {
      @Override
      public HeadersStatus onRequestHeaders(int contextId, int headerCount, boolean endOfStream) {
        told.add(set(MapType.REQUEST_TRAILERS, "x-t", "early").name());
        return HeadersStatus.CONTINUE;
      }

      @Override
      public DataStatus onRequestBody(int contextId, int bodySize, boolean endOfStream) {
        told.add(set(MapType.REQUEST_TRAILERS, "x-t", "late").name());
        return DataStatus.CONTINUE;
      }
    });
    assertEquals(List.of("BAD_ARGUMENT", "OK"), told);
    assertEquals(List.of(Header.of("x-t", "late")), outcome.upstreamSaw().get().trailers());
  }

  @Test
  void trailersThatOnePluginAddsTheNextOneSees() {
    try (EmbeddedProxy proxy = BodyPlugin.proxyOfTenBytes(TestPlugin.spec(host -> new TestPlugin(host) {
      @Override
      public DataStatus onResponseBody(int contextId, int bodySize, boolean endOfStream) {
        told.add("first " + endOfStream);
        return DataStatus.CONTINUE;
      }

      @Override
      public StopOrContinue onResponseTrailers(int contextId, int trailerCount) {
        told.add("first trailers " + trailerCount);
        return StopOrContinue.CONTINUE;
      }
    }), TestPlugin.spec(host -> new TestPlugin(host) {
      @Override
      public DataStatus onResponseBody(int contextId, int bodySize, boolean endOfStream) {
        set(MapType.RESPONSE_TRAILERS, "x-t", "1");
        return DataStatus.CONTINUE;
      }
    }).withVmId("second"))) {
      HttpOutcome outcome = proxy.exchange(POST, seen -> UP);
      assertEquals(List.of(Header.of("x-t", "1")), outcome.response().trailers());
    }
    assertEquals(List.of("first false", "first trailers 1"), told);
  }

  @Test
  void aHeldBodyGoesOnFromTheTrailersCallback() {
    HttpOutcome outcome = exchange(POST.body("b").trailer("x-t", "1"), host -> new BodyPlugin(host, told,
        DataStatus.STOP_ITERATION_AND_BUFFER, DataStatus.CONTINUE) {
      @Override
      public StopOrContinue onRequestTrailers(int contextId, int trailerCount) {
        put(BufferType.HTTP_REQUEST_BODY, 100, 0, "+");
        return StopOrContinue.CONTINUE;
      }
    });
    assertEquals("b+", outcome.upstreamSaw().get().body().utf8());
    assertEquals(1, outcome.upstreamSaw().get().trailers().size());
  }

  @Test
  void continueStreamTakesTheRequestsMapsAndBodyAtOnceAndActsAfterTheCallback() {
    try (EmbeddedProxy proxy = EmbeddedProxy.start(TestPlugin.spec(host -> new TestPlugin(host) {
      @Override
      public HeadersStatus onRequestHeaders(int contextId, int headerCount, boolean endOfStream) {
        set(MapType.REQUEST_HEADERS, "x-before", "1");
        told.add(host.flow().continueStream(StreamType.HTTP_REQUEST).name());
        told.add(set(MapType.REQUEST_HEADERS, "x-after", "1").name());
        told.add(host.flow().continueStream(StreamType.DOWNSTREAM).name());
        return HeadersStatus.STOP_ALL_ITERATION_AND_WATERMARK;
      }
    })); Conversation talk = proxy.open()) {
      talk.requestHeaders(POST, false).requestData("body", true);
      assertEquals(List.of(Bytes.utf8("1")), talk.upstream().values("x-before"));
      assertEquals("body", talk.upstream().text());
    }
    assertEquals(List.of("OK", "BAD_ARGUMENT", "OK"), told);
  }

  @Test
  void continueStreamOfTheResponseTakesTheMapsOfTheRequestNotThoseOfTheResponse() {
    HttpOutcome outcome = exchange(POST, host -> new TestPlugin(host) {
      @Override
      public HeadersStatus onResponseHeaders(int contextId, int headerCount, boolean endOfStream) {
        host.flow().continueStream(StreamType.HTTP_RESPONSE);
        told.add(set(MapType.RESPONSE_HEADERS, "x-r", "1").name());
        return HeadersStatus.STOP_ITERATION;
      }
    });
    assertEquals("up", outcome.text());
    assertEquals(List.of("OK"), told);
  }

  @Test
  void closeStreamResetsTheStreamAfterTheCallback() {
    HttpOutcome outcome = exchange(POST, host -> new TestPlugin(host) {
      @Override
      public HeadersStatus onRequestHeaders(int contextId, int headerCount, boolean endOfStream) {
        told.add(host.flow().closeStream(StreamType.HTTP_REQUEST) + " " + told(request(":path")));
        return HeadersStatus.CONTINUE;
      }
    });
    assertEquals(List.of("OK /"), told);
    assertEquals(0, outcome.status());
    assertTrue(outcome.upstreamSaw().isEmpty());
  }

  @Test
  void aReplyInTheBodyPhaseReachesAClientThatHasNoResponseYet() {
    HttpOutcome outcome = exchange(POST.body("bad"), host -> new TestPlugin(host) {
      @Override
      public DataStatus onRequestBody(int contextId, int bodySize, boolean endOfStream) {
        reply(403, "no");
        return DataStatus.CONTINUE;
      }
    });
    assertEquals(403, outcome.status());
    assertEquals("no", outcome.text());
    assertTrue(outcome.upstreamSaw().isEmpty());
  }

  @Test
  void aReplyAfterTheResponseHeadersHaveLeftIsAReset() {
    try (EmbeddedProxy proxy = EmbeddedProxy.start(TestPlugin.spec(host -> new TestPlugin(host) {
      @Override
      public DataStatus onResponseBody(int contextId, int bodySize, boolean endOfStream) {
        reply(403, "no");
        return DataStatus.CONTINUE;
      }
    })); Conversation talk = proxy.open()) {
      talk.requestHeaders(POST, true).responseHeaders(UP, false).responseData("up", true);
      assertEquals(200, talk.client().status());
      assertEquals("", talk.client().text());
      assertFalse(talk.client().complete());
      assertEquals(Option.some("test_reply"), talk.reset());
    }
  }

  @Test
  void setPairsTakesPseudoHeadersAwayToo() {
    HttpOutcome outcome = exchange(POST.header("x-a", "1"), host -> new TestPlugin(host) {
      @Override
      public HeadersStatus onRequestHeaders(int contextId, int headerCount, boolean endOfStream) {
        Bytes pairs = HeaderMapCodec.encode(List.of(Header.of(":path", "/new"), Header.of("X-B", "2")));
        told.add(host.headers().setPairs(MapType.REQUEST_HEADERS, pairs).name());
        told.add(host.headers().setPairs(MapType.RESPONSE_HEADERS, pairs).name());
        Bytes split = HeaderMapCodec.encode(List.of(Header.of("x", "a\r\nb: c")));
        told.add(host.headers().setPairs(MapType.REQUEST_HEADERS, split).name());
        return HeadersStatus.CONTINUE;
      }
    });
    HttpRequest seen = outcome.upstreamSaw().get();
    assertEquals(List.of("OK", "BAD_ARGUMENT", "BAD_ARGUMENT"), told);
    assertEquals("/new", seen.path());
    assertEquals("", seen.method());
    assertEquals(List.of(Header.of("x-b", "2")), seen.headers());
  }

  @Test
  void theSizeOfAMapIsItsBytes() {
    exchange(POST, host -> new TestPlugin(host) {
      @Override
      public HeadersStatus onRequestHeaders(int contextId, int headerCount, boolean endOfStream) {
        Bytes pairs = HeaderMapCodec.encode(List.of(Header.of(":path", "/"), Header.of("x-a", "12")));
        host.headers().setPairs(MapType.REQUEST_HEADERS, pairs);
        told.add(Long.toString(host.headers().size(MapType.REQUEST_HEADERS).value()));
        told.add(host.headers().size(MapType.RESPONSE_HEADERS).status().name());
        return HeadersStatus.CONTINUE;
      }
    });
    assertEquals(List.of("11", Status.BAD_ARGUMENT.name()), told);
  }

  private static HttpOutcome exchange(HttpRequest request, Function<Hostcalls, HostCallbacks> plugin) {
    try (EmbeddedProxy proxy = EmbeddedProxy.start(TestPlugin.spec(plugin))) {
      return proxy.exchange(request, seen -> UP);
    }
  }
}
