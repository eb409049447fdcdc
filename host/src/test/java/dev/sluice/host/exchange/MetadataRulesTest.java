package dev.sluice.host.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.abi.DataStatus;
import dev.sluice.abi.Header;
import dev.sluice.abi.HeadersStatus;
import dev.sluice.abi.MapType;
import dev.sluice.abi.StopOrContinue;
import dev.sluice.abi.StreamType;
import dev.sluice.abi.call.Hostcalls;
import dev.sluice.host.model.PluginSpec;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** HTTP/2 metadata by the rules of {@code FilterManager::decodeMetadata} and {@code encodeMetadata}. */
class MetadataRulesTest {
  private static final HttpRequest POST = HttpRequest.of("POST", "/");
  private static final HttpResponse UP = HttpResponse.of(200, "up");
  private static final Header ONE = Header.of("k", "1");
  private static final Header TWO = Header.of("k", "2");

  private final List<String> told = new ArrayList<>();

  @Test
  void metadataPassesEachPluginInItsPlaceAmongTheRest() {
    try (EmbeddedProxy proxy = EmbeddedProxy.start(plugin(HeadersStatus.CONTINUE));
        Conversation talk = proxy.open()) {
      talk.requestHeaders(POST, false).requestMetadata(ONE, TWO).requestData("x", true);
      talk.responseHeaders(UP, false).responseMetadata(TWO).responseData("up", true);
      assertEquals(List.of(List.of(ONE, TWO)), talk.upstream().metadata());
      assertEquals(List.of(List.of(TWO)), talk.client().metadata());
    }
    assertEquals(List.of("headers", "metadata 2", "data", "response headers", "response metadata 1"), told);
  }

  @Test
  void aPluginThatStopsAllIsToldWhenItGoesOn() {
    try (EmbeddedProxy proxy = EmbeddedProxy.start(plugin(HeadersStatus.STOP_ALL_ITERATION_AND_WATERMARK));
        Conversation talk = proxy.open()) {
      talk.requestHeaders(POST, false).requestMetadata(ONE).requestData("x", true);
      assertEquals(List.of("headers"), told);
      assertTrue(talk.upstream().metadata().isEmpty());
      talk.responseHeaders(UP, false);
      assertEquals(List.of("headers", "response headers", "metadata 1", "data"), told);
      assertEquals(List.of(List.of(ONE)), talk.upstream().metadata());
    }
  }

  @Test
  void aPluginThatStopsHeadersOnlyIsToldAtOnceAndTheNextOneAfterItsHeaders() {
    PluginSpec first = plugin(HeadersStatus.STOP_ITERATION).withAllowOnHeadersStopIteration(true);
    try (EmbeddedProxy proxy = EmbeddedProxy.start(ProxyOptions.deterministic(), first, named("next"));
        Conversation talk = proxy.open()) {
      talk.requestHeaders(POST, false).requestMetadata(ONE);
      assertEquals(List.of("headers", "metadata 1"), told);
      assertTrue(talk.upstream().metadata().isEmpty());
      talk.requestData("x", true);
      assertEquals(List.of("headers", "metadata 1", "data", "next headers", "next metadata 1", "next data"), told);
      assertEquals(List.of(List.of(ONE)), talk.upstream().metadata());
    }
  }

  @Test
  void whatAPluginAnswersDoesNotCountAndTheMapIsOutOfReach() {
    PluginSpec spec = TestPlugin.spec(host -> new TestPlugin(host) {
      @Override
      public StopOrContinue onRequestMetadata(int contextId, int elementCount) {
        for (MapType map : MapType.values()) {
          told.add(told(host.headers().value(map, ONE.name())));
        }
        return StopOrContinue.STOP_ITERATION;
      }
    });
    try (EmbeddedProxy proxy = EmbeddedProxy.start(spec);
        Conversation talk = proxy.open()) {
      talk.requestHeaders(POST, false).requestMetadata(ONE).requestData("x", true);
      assertEquals("x", talk.upstream().text());
      assertTrue(told.stream().allMatch("BAD_ARGUMENT"::equals), told::toString);
    }
  }

  @Test
  void aReplyEndsTheWayOfMetadata() {
    PluginSpec replying = TestPlugin.spec(host -> new TestPlugin(host) {
      @Override
      public StopOrContinue onRequestMetadata(int contextId, int elementCount) {
        reply(403, "no");
        return StopOrContinue.CONTINUE;
      }
    });
    try (EmbeddedProxy proxy = EmbeddedProxy.start(ProxyOptions.deterministic(), replying, named("next"));
        Conversation talk = proxy.open()) {
      talk.requestHeaders(POST, false).requestMetadata(ONE).requestMetadata(TWO);
      assertEquals(403, talk.client().status());
      assertEquals(List.of("next headers", "next response headers"), told);
    }
  }

  private PluginSpec plugin(HeadersStatus status) {
    return TestPlugin.spec(host -> new Telling(host, "", status));
  }

  private PluginSpec named(String name) {
    return TestPlugin.spec(host -> new Telling(host, name + " ", HeadersStatus.CONTINUE));
  }

  private final class Telling extends TestPlugin {
    private final String name;
    private final HeadersStatus status;

    Telling(Hostcalls host, String name, HeadersStatus status) {
      super(host);
      this.name = name;
      this.status = status;
    }

    @Override
    public HeadersStatus onRequestHeaders(int contextId, int headerCount, boolean endOfStream) {
      told.add(name + "headers");
      return status;
    }

    @Override
    public StopOrContinue onRequestMetadata(int contextId, int elementCount) {
      told.add(name + "metadata " + elementCount);
      return StopOrContinue.CONTINUE;
    }

    @Override
    public DataStatus onRequestBody(int contextId, int bodySize, boolean endOfStream) {
      told.add(name + "data");
      return DataStatus.CONTINUE;
    }

    @Override
    public HeadersStatus onResponseHeaders(int contextId, int headerCount, boolean endOfStream) {
      told.add(name + "response headers");
      host.flow().continueStream(StreamType.HTTP_REQUEST);
      return HeadersStatus.CONTINUE;
    }

    @Override
    public StopOrContinue onResponseMetadata(int contextId, int elementCount) {
      told.add(name + "response metadata " + elementCount);
      return StopOrContinue.CONTINUE;
    }
  }
}
