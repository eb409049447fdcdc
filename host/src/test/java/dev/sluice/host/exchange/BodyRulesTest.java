package dev.sluice.host.exchange;

import static dev.sluice.abi.DataStatus.CONTINUE;
import static dev.sluice.abi.DataStatus.STOP_ITERATION_AND_BUFFER;
import static dev.sluice.abi.DataStatus.STOP_ITERATION_AND_WATERMARK;
import static dev.sluice.abi.DataStatus.STOP_ITERATION_NO_BUFFER;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.abi.BufferType;
import dev.sluice.abi.Bytes;
import dev.sluice.abi.DataStatus;
import dev.sluice.abi.HeadersStatus;
import dev.sluice.abi.MapType;
import dev.sluice.abi.call.Hostcalls;
import dev.sluice.host.model.PluginSpec;
import io.vavr.control.Option;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** parity.md, section 4: how Envoy hands bodies to plugins. */
class BodyRulesTest {
  private static final HttpRequest POST = HttpRequest.of("POST", "/");
  private static final HttpResponse UP = HttpResponse.of(200, "");

  private final List<String> told = new ArrayList<>();

  @Test
  void continueLetsEachChunkGoOnAtOnce() {
    try (EmbeddedProxy proxy = EmbeddedProxy.start(BodyPlugin.spec(told)); Conversation talk = proxy.open()) {
      talk.requestHeaders(POST, false).requestData("one", false).requestData("two", true);
      assertEquals(List.of(Bytes.utf8("one"), Bytes.utf8("two")), talk.upstream().chunks());
      assertTrue(talk.upstream().complete());
    }
    assertEquals(List.of("request 3 one", "request 3 two end"), told);
  }

  @Test
  void stopAndBufferAccumulatesAndTheSizeIsTheTotal() {
    PluginSpec spec = BodyPlugin.spec(told, STOP_ITERATION_AND_BUFFER, STOP_ITERATION_AND_BUFFER, CONTINUE);
    try (EmbeddedProxy proxy = EmbeddedProxy.start(spec); Conversation talk = proxy.open()) {
      talk.requestHeaders(POST, false).requestData("one", false).requestData("two", false);
      assertEquals(List.of(), talk.upstream().chunks());
      talk.requestData("three", true);
      assertEquals(List.of(Bytes.utf8("onetwothree")), talk.upstream().chunks());
      assertTrue(talk.upstream().complete());
    }
    assertEquals(List.of("request 3 one", "request 6 onetwo", "request 11 onetwothree end"), told);
  }

  @Test
  void stopAndWatermarkKeepsTheDataButShowsEachChunkAloneAndHasNoLimit() {
    PluginSpec spec = BodyPlugin.spec(told, STOP_ITERATION_AND_WATERMARK, STOP_ITERATION_AND_WATERMARK, CONTINUE);
    try (EmbeddedProxy proxy = BodyPlugin.proxyOfTenBytes(spec); Conversation talk = proxy.open()) {
      talk.requestHeaders(POST, false).requestData("12345678", false).requestData("abcdefgh", false);
      talk.requestData("!", true);
      assertEquals("12345678abcdefgh!", talk.upstream().text());
    }
    assertEquals(List.of("request 8 12345678", "request 8 abcdefgh", "request 1 ! end"), told);
  }

  @Test
  void stopWithoutBufferIsKeptByNobody() {
    PluginSpec spec = BodyPlugin.spec(told, STOP_ITERATION_NO_BUFFER, CONTINUE);
    try (EmbeddedProxy proxy = EmbeddedProxy.start(spec); Conversation talk = proxy.open()) {
      talk.requestHeaders(POST, false).requestData("lost", false).requestData("kept", true);
      assertEquals("kept", talk.upstream().text());
      assertTrue(talk.upstream().complete());
    }
  }

  @Test
  void aRequestThatIsTooLargeToBeHeldIs413AndThePluginIsNotCalled() {
    try (EmbeddedProxy proxy = BodyPlugin.proxyOfTenBytes(BodyPlugin.spec(told, STOP_ITERATION_AND_BUFFER, CONTINUE));
        Conversation talk = proxy.open()) {
      talk.requestHeaders(POST, false).requestData("1234567890", false);
      assertEquals(0, talk.client().status());
      talk.requestData("!", true);
      assertEquals(413, talk.client().status());
      assertEquals("Payload Too Large", talk.client().text());
      assertEquals(Option.some("request_payload_too_large"), talk.localReply());
    }
    assertEquals(List.of("request 10 1234567890", "response 17 Payload Too Large end"), told.subList(0, 2));
  }

  @Test
  void aResponseThatIsTooLargeToBeHeldIs500WhileItsHeadersAreHeld() {
    PluginSpec spec = BodyPlugin.spec(host -> new BodyPlugin(host, told, STOP_ITERATION_AND_BUFFER) {
      @Override
      public HeadersStatus onResponseHeaders(int contextId, int headerCount, boolean endOfStream) {
        return HeadersStatus.STOP_ITERATION;
      }
    });
    try (EmbeddedProxy proxy = BodyPlugin.proxyOfTenBytes(spec); Conversation talk = proxy.open()) {
      talk.requestHeaders(POST, true).responseHeaders(UP, false).responseData("12345678901", false);
      assertEquals(500, talk.client().status());
      assertEquals("Internal Server Error", talk.client().text());
      assertEquals(Option.some("response_payload_too_large"), talk.localReply());
    }
  }

  @Test
  void aResponseThatIsTooLargeToBeHeldIsResetWhenItsHeadersHaveLeft() {
    try (EmbeddedProxy proxy = BodyPlugin.proxyOfTenBytes(BodyPlugin.spec(told, STOP_ITERATION_AND_BUFFER));
        Conversation talk = proxy.open()) {
      talk.requestHeaders(POST, true).responseHeaders(UP, false).responseData("12345678901", false);
      assertEquals(200, talk.client().status());
      assertFalse(talk.client().complete());
      assertEquals(Option.some("response_payload_too_large"), talk.reset());
    }
  }

  @Test
  void withTheFlagHeadersWaitForTheBodyAndCanBeChangedThen() {
    PluginSpec spec = BodyPlugin.spec(host -> new BodyPlugin(host, told, STOP_ITERATION_AND_BUFFER) {
      @Override
      public HeadersStatus onRequestHeaders(int contextId, int headerCount, boolean endOfStream) {
        return HeadersStatus.STOP_ITERATION;
      }

      @Override
      public DataStatus onRequestBody(int contextId, int bodySize, boolean endOfStream) {
        if (endOfStream) {
          set(MapType.REQUEST_HEADERS, "x-size", Integer.toString(bodySize));
        }
        return endOfStream ? CONTINUE : super.onRequestBody(contextId, bodySize, false);
      }
    });
    try (EmbeddedProxy proxy = EmbeddedProxy.start(spec); Conversation talk = proxy.open()) {
      talk.requestHeaders(POST, false).requestData("one", false);
      assertTrue(talk.upstream().headers().isEmpty());
      assertEquals(Option.some("test"), talk.holder());
      talk.requestData("two", true);
      assertEquals(List.of(Bytes.utf8("6")), talk.upstream().values("x-size"));
      assertEquals("onetwo", talk.upstream().text());
    }
  }

  @Test
  void withoutTheFlagAStopInHeadersMeansNoBodyCallback() {
    PluginSpec spec = BodyPlugin.spec(host -> new Holding(host, HeadersStatus.STOP_ITERATION))
        .withAllowOnHeadersStopIteration(false);
    try (EmbeddedProxy proxy = BodyPlugin.proxyOfTenBytes(spec); Conversation talk = proxy.open()) {
      talk.requestHeaders(POST, false).requestData("more than ten bytes", true);
      assertTrue(talk.upstream().headers().isEmpty());
      assertEquals(0, talk.client().status());
    }
    assertEquals(List.of(), told);
  }

  @Test
  void stopAllAndBufferHasNoBodyCallbackAndALimit() {
    PluginSpec spec = BodyPlugin.spec(host -> new Holding(host, HeadersStatus.STOP_ALL_ITERATION_AND_BUFFER));
    try (EmbeddedProxy proxy = BodyPlugin.proxyOfTenBytes(spec); Conversation talk = proxy.open()) {
      talk.requestHeaders(POST, false).requestData("1234567890", false);
      assertEquals(List.of(), told);
      talk.requestData("!", false);
      assertEquals(413, talk.client().status());
    }
  }

  @Test
  void aStreamOfHeadersAloneHasNoBodyCallback() {
    try (EmbeddedProxy proxy = EmbeddedProxy.start(BodyPlugin.spec(told))) {
      proxy.exchange(HttpRequest.get("/"), seen -> UP);
    }
    assertEquals(List.of(), told);
  }

  @Test
  void theResponseToHeadHasNoBodyCallback() {
    try (EmbeddedProxy proxy = EmbeddedProxy.start(BodyPlugin.spec(told))) {
      HttpOutcome outcome = proxy.exchange(HttpRequest.of("HEAD", "/"), seen -> HttpResponse.of(200, "four"));
      assertEquals(List.of(Bytes.utf8("4")), outcome.values("content-length"));
    }
    assertEquals(List.of(), told);
  }

  @Test
  void contentLengthStaysAsItIsWhenTheBodyChanges() {
    PluginSpec spec = BodyPlugin.spec(host -> new BodyPlugin(host, told) {
      @Override
      public DataStatus onRequestBody(int contextId, int bodySize, boolean endOfStream) {
        put(BufferType.HTTP_REQUEST_BODY, 0, bodySize, "longer than before");
        return CONTINUE;
      }
    });
    try (EmbeddedProxy proxy = EmbeddedProxy.start(spec)) {
      HttpOutcome outcome = proxy.exchange(POST.body("short"), seen -> UP);
      assertEquals("longer than before", outcome.upstreamSaw().get().body().utf8());
      assertEquals(List.of(Bytes.utf8("5")), outcome.upstreamSaw().get().values("content-length"));
    }
  }

  @Test
  void aBufferIsReadInPartsAndChangedAtItsEnds() {
    PluginSpec spec = BodyPlugin.spec(host -> new BodyPlugin(host, told) {
      @Override
      public DataStatus onRequestBody(int contextId, int bodySize, boolean endOfStream) {
        BufferType body = BufferType.HTTP_REQUEST_BODY;
        told.add(told(host.buffers().get(body, 2, 3)));
        told.add(told(host.buffers().get(body, 4, 100)));
        told.add(told(host.buffers().get(body, 7, 1)));
        put(body, 0, 0, "<");
        put(body, 100, 0, ">");
        told.add(host.buffers().set(body, 2, 2, Bytes.utf8("--")).name());
        told.add(host.buffers().set(body, 5, 0, Bytes.utf8("|")).name());
        told.add(host.buffers().status(body).length() + " " + told(host.buffers().get(body, 0, -1)));
        put(body, 0, 2, "-");
        told.add(host.buffers().status(BufferType.HTTP_RESPONSE_BODY).status().name());
        told.add(host.buffers().set(BufferType.VM_CONFIGURATION, 0, 0, Bytes.EMPTY).name());
        return CONTINUE;
      }
    });
    try (EmbeddedProxy proxy = EmbeddedProxy.start(spec)) {
      HttpOutcome outcome = proxy.exchange(POST.body("abcdef"), seen -> UP);
      assertEquals("-bcdef>", outcome.upstreamSaw().get().body().utf8());
    }
    assertEquals(List.of("cde", "ef", "", "BAD_ARGUMENT", "BAD_ARGUMENT", "8 <abcdef>", "OK", "BAD_ARGUMENT"),
        told);
  }

  @Test
  void theNextPluginSeesWhatTheOneBeforeMadeOfTheBody() {
    PluginSpec first = BodyPlugin.spec(host -> new BodyPlugin(host, told, STOP_ITERATION_AND_BUFFER) {
      @Override
      public DataStatus onRequestBody(int contextId, int bodySize, boolean endOfStream) {
        DataStatus status = super.onRequestBody(contextId, bodySize, endOfStream);
        put(BufferType.HTTP_REQUEST_BODY, 0, 0, endOfStream ? "!" : "");
        return endOfStream ? CONTINUE : status;
      }
    });
    try (EmbeddedProxy proxy = BodyPlugin.proxyOfTenBytes(first, BodyPlugin.spec(told).withVmId("second"));
        Conversation talk = proxy.open()) {
      talk.requestHeaders(POST, false).requestData("a", false).requestData("b", true);
      assertEquals("!ab", talk.upstream().text());
    }
    assertEquals(List.of("request 1 a", "request 2 ab end", "request 3 !ab end"), told);
  }

  private final class Holding extends BodyPlugin {
    private final HeadersStatus answer;

    Holding(Hostcalls host, HeadersStatus answer) {
      super(host, told);
      this.answer = answer;
    }

    @Override
    public HeadersStatus onRequestHeaders(int contextId, int headerCount, boolean endOfStream) {
      return answer;
    }
  }
}
