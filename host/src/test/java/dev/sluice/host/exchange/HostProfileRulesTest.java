package dev.sluice.host.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.sluice.abi.BufferType;
import dev.sluice.abi.Bytes;
import dev.sluice.abi.DataStatus;
import dev.sluice.abi.Header;
import dev.sluice.abi.HeadersStatus;
import dev.sluice.abi.MapType;
import dev.sluice.abi.StopOrContinue;
import dev.sluice.abi.attribute.AttributeValue;
import dev.sluice.abi.attribute.LegacyAttributes;
import dev.sluice.abi.attribute.RequestAttributes;
import dev.sluice.abi.attribute.XdsAttributes;
import dev.sluice.abi.call.Hostcalls;
import dev.sluice.abi.profile.HostProfile;
import dev.sluice.abi.profile.HostProfiles;
import dev.sluice.host.model.FailurePolicy;
import dev.sluice.host.model.HostEnvironment;
import dev.sluice.host.model.LogLine;
import dev.sluice.host.model.PluginSpec;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** Hosts other than the current Envoy: what each lacks and does otherwise. */
class HostProfileRulesTest {
  private static final HttpRequest POST = HttpRequest.of("POST", "/a");
  private static final HttpResponse UP = HttpResponse.of(200, "up");

  private final List<String> told = new ArrayList<>();

  @Test
  void withStopIterationForAllAPluginThatStopsHeadersGetsTheBody() {
    assertEquals(List.of("headers false", "data one"), bodyAfterStop(HostProfiles.ENVOY_STOP_ITERATION, false));
    assertEquals(List.of("headers false"), bodyAfterStop(HostProfiles.ENVOY, false));
  }

  @Test
  void olderEnvoysStopAllWhateverTheConfigurationSays() {
    assertEquals(List.of("headers false", "data one"), bodyAfterStop(HostProfiles.ENVOY, true));
    assertEquals(List.of("headers false"), bodyAfterStop(HostProfiles.ENVOY_1_32, true));
  }

  private List<String> bodyAfterStop(HostProfile profile, boolean configured) {
    told.clear();
    PluginSpec spec = plugin(host -> new Telling(host, HeadersStatus.STOP_ITERATION, DataStatus.CONTINUE))
        .withAllowOnHeadersStopIteration(configured);
    try (EmbeddedProxy proxy = start(profile, spec); Conversation talk = proxy.open()) {
      talk.requestHeaders(POST, false).requestData("one", false);
      return List.copyOf(told);
    }
  }

  /** {@code Context::decodeData} before envoy#36411: what is buffered, without the chunk at hand. */
  @Test
  void olderEnvoysShowWhatWasBufferedBeforeTheChunk() {
    try (EmbeddedProxy proxy = start(HostProfiles.ENVOY_1_32, buffering()); Conversation talk = proxy.open()) {
      talk.requestHeaders(POST, false).requestData("one", false).requestData("two", false).requestData("end", true);
      assertEquals(List.of("headers false", "data one", "data one", "data onetwo"), told);
      assertEquals("onetwoend", talk.upstream().text());
    }
  }

  @Test
  void theCurrentEnvoyShowsAllThatHasCome() {
    try (EmbeddedProxy proxy = start(HostProfiles.ENVOY, buffering()); Conversation talk = proxy.open()) {
      talk.requestHeaders(POST, false).requestData("one", false).requestData("two", false).requestData("end", true);
      assertEquals(List.of("headers false", "data one", "data onetwo", "data onetwoend"), told);
    }
  }

  @Test
  void olderEnvoysDoNotStartAFailedVmAnew() {
    PluginSpec failing = plugin(host -> new TestPlugin(host) {
      @Override
      public HeadersStatus onRequestHeaders(int contextId, int headerCount, boolean endOfStream) {
        throw new IllegalStateException("trap");
      }
    }).withFailurePolicy(FailurePolicy.FAIL_RELOAD);
    assertEquals(List.of(2, 1), List.of(starts(HostProfiles.ENVOY, failing), starts(HostProfiles.ENVOY_1_32, failing)));
  }

  /** How often the guest was called before its VM had failed for good. */
  private static int starts(HostProfile profile, PluginSpec plugin) {
    List<LogLine> lines = new ArrayList<>();
    HostEnvironment environment = HostEnvironment.deterministic().withProfile(profile).withLog(lines::add);
    try (EmbeddedProxy proxy = EmbeddedProxy.start(environment, plugin)) {
      assertEquals(503, proxy.exchange(HttpRequest.get("/"), seen -> UP).status());
      proxy.advance(Duration.ofSeconds(2));
      assertEquals(503, proxy.exchange(HttpRequest.get("/"), seen -> UP).status());
    }
    return (int) lines.stream().filter(line -> line.text().contains("VM failed")).count();
  }

  @Test
  void olderEnvoysHaveTheNamesOfBeforeXds() {
    Map<Bytes, Bytes> given = Map.of(XdsAttributes.clusterName().path(), Bytes.utf8("up"));
    PluginSpec spec = plugin(host -> new TestPlugin(host) {
      @Override
      public HeadersStatus onRequestHeaders(int contextId, int headerCount, boolean endOfStream) {
        told.add(LegacyAttributes.clusterName().read(host.properties()).orElse("-"));
        return HeadersStatus.CONTINUE;
      }
    });
    for (HostProfile profile : List.of(HostProfiles.ENVOY_1_32, HostProfiles.ENVOY)) {
      try (EmbeddedProxy proxy = start(profile, spec); Conversation talk = proxy.open(given)) {
        talk.requestHeaders(POST, true);
      }
    }
    assertEquals(List.of("up", "-"), told);
  }

  @Test
  void nginxTellsNoEndWithHeadersAndHasTheRequestBodyInOnePiece() {
    try (EmbeddedProxy proxy = start(HostProfiles.NGX_WASM, telling()); Conversation talk = proxy.open()) {
      talk.requestHeaders(POST, false).requestData("one", false).requestData("two", false);
      assertEquals(List.of("headers false"), told);
      talk.requestTrailers(Header.of("x-lost", "1"));
      assertEquals(List.of("headers false", "data onetwo"), told);
      assertEquals(List.of(), talk.upstream().trailers());
      talk.responseHeaders(UP, true);
      assertEquals(List.of("headers false", "data onetwo", "response false"), told);
    }
  }

  @Test
  void nginxRefusesARequestBodyThatIsTooLargeOnce() {
    HostEnvironment small = HostEnvironment.deterministic().withProfile(HostProfiles.NGX_WASM).withBufferLimit(5);
    try (EmbeddedProxy proxy = EmbeddedProxy.start(small, telling()); Conversation talk = proxy.open()) {
      talk.requestHeaders(POST, false).requestData("12345", false).requestData("6", false).requestData("7", true);
      assertEquals(413, talk.client().status());
      assertEquals(List.of("headers false", "response false"), told);
    }
  }

  @Test
  void nginxBuffersAResponseOnceUpToItsBuffers() {
    HostEnvironment small = HostEnvironment.deterministic().withProfile(HostProfiles.NGX_WASM).withBufferLimit(5);
    PluginSpec spec = plugin(host -> new TestPlugin(host) {
      @Override
      public DataStatus onResponseBody(int contextId, int bodySize, boolean endOfStream) {
        told.add(told(host.buffers().get(BufferType.HTTP_RESPONSE_BODY, 0, bodySize)) + " " + endOfStream);
        return DataStatus.STOP_ITERATION_AND_BUFFER;
      }
    });
    try (EmbeddedProxy proxy = EmbeddedProxy.start(small, spec); Conversation talk = proxy.open()) {
      talk.requestHeaders(POST, true).responseHeaders(UP, false);
      talk.responseData("12", false).responseData("34", false);
      assertEquals(List.of("12 false"), told);
      talk.responseData("56", false).responseData("end", true);
      assertEquals(List.of("12 false", "123456 false", "end true"), told);
      assertEquals("123456end", talk.client().text());
    }
  }

  @Test
  void nginxKnowsNoAnswerButContinueAndPause() {
    PluginSpec holding = plugin(
        host -> new Telling(host, HeadersStatus.STOP_ALL_ITERATION_AND_WATERMARK, DataStatus.CONTINUE));
    try (EmbeddedProxy proxy = start(HostProfiles.NGX_WASM, holding)) {
      assertEquals(500, proxy.exchange(HttpRequest.get("/"), seen -> UP).status());
    }
  }

  @Test
  void nginxHasTextForPropertiesAndNoneOfXds() {
    PluginSpec spec = plugin(host -> new TestPlugin(host) {
      @Override
      public HeadersStatus onRequestHeaders(int contextId, int headerCount, boolean endOfStream) {
        told.add(told(host.properties().get(RequestAttributes.totalSize().path())));
        told.add(told(host.properties().get(RequestAttributes.path().path())));
        told.add(told(host.properties().get(XdsAttributes.routeName().path())));
        told.add(String.valueOf(
            RequestAttributes.totalSize().read(host.properties()) instanceof AttributeValue.Malformed));
        return HeadersStatus.CONTINUE;
      }
    });
    try (EmbeddedProxy proxy = start(HostProfiles.NGX_WASM, spec)) {
      proxy.exchange(HttpRequest.get("/a"), seen -> UP);
    }
    assertEquals(List.of("47", "/a", "NOT_FOUND", "true"), told);
  }

  @Test
  void callbacksThatAHostNeverMakesAreNotMade() {
    PluginSpec spec = plugin(host -> new TestPlugin(host) {
      @Override
      public StopOrContinue onRequestTrailers(int contextId, int trailerCount) {
        told.add("trailers");
        return StopOrContinue.CONTINUE;
      }
    });
    for (HostProfile profile : List.of(HostProfiles.ENVOY, HostProfiles.GOOGLE)) {
      try (EmbeddedProxy proxy = start(profile, spec); Conversation talk = proxy.open()) {
        talk.requestHeaders(POST, false).requestTrailers(Header.of("x", "1"));
        assertEquals(List.of(Header.of("x", "1")), talk.upstream().trailers(), profile::title);
      }
    }
    assertEquals(List.of("trailers"), told);
  }

  @Test
  void whatGoogleLacksAnswersUnimplemented() {
    run(HostProfiles.GOOGLE, host -> {
      told.add(TestPlugin.told(host.sharedData().get(Bytes.utf8("k")).value()));
      told.add(host.time().tickPeriod(10).name());
      told.add(host.headers().size(MapType.REQUEST_HEADERS).status().name());
    });
    assertEquals(List.of("UNIMPLEMENTED", "UNIMPLEMENTED", "OK"), told);
  }

  @Test
  void whatNginxLacksEndsThePlugin() {
    assertEquals(503, run(HostProfiles.NGX_WASM, host -> host.log().level()));
    assertEquals(200, run(HostProfiles.ENVOY, host -> host.log().level()));
    assertEquals(503, run(HostProfiles.NGX_WASM, host -> host.headers().size(MapType.REQUEST_HEADERS)));
  }

  /** The status of an exchange in whose request headers this is done. */
  private static int run(HostProfile profile, Consumer<Hostcalls> what) {
    PluginSpec spec = plugin(host -> new TestPlugin(host) {
      @Override
      public HeadersStatus onRequestHeaders(int contextId, int headerCount, boolean endOfStream) {
        what.accept(host);
        return HeadersStatus.CONTINUE;
      }
    });
    try (EmbeddedProxy proxy = start(profile, spec)) {
      return proxy.exchange(HttpRequest.get("/"), seen -> UP).status();
    }
  }

  private PluginSpec telling() {
    return plugin(host -> new Telling(host, HeadersStatus.CONTINUE, DataStatus.CONTINUE));
  }

  private PluginSpec buffering() {
    return plugin(host -> new Telling(host, HeadersStatus.CONTINUE, DataStatus.STOP_ITERATION_AND_BUFFER));
  }

  private static PluginSpec plugin(Function<Hostcalls, ? extends TestPlugin> factory) {
    return TestPlugin.spec(factory::apply);
  }

  private static EmbeddedProxy start(HostProfile profile, PluginSpec plugin) {
    return EmbeddedProxy.start(HostEnvironment.deterministic().withProfile(profile), plugin);
  }

  private final class Telling extends TestPlugin {
    private final HeadersStatus headersStatus;
    private final DataStatus dataStatus;

    Telling(Hostcalls host, HeadersStatus headersStatus, DataStatus dataStatus) {
      super(host);
      this.headersStatus = headersStatus;
      this.dataStatus = dataStatus;
    }

    @Override
    public HeadersStatus onRequestHeaders(int contextId, int headerCount, boolean endOfStream) {
      told.add("headers " + endOfStream);
      return headersStatus;
    }

    @Override
    public DataStatus onRequestBody(int contextId, int bodySize, boolean endOfStream) {
      told.add("data " + told(host.buffers().get(BufferType.HTTP_REQUEST_BODY, 0, bodySize)));
      return endOfStream ? DataStatus.CONTINUE : dataStatus;
    }

    @Override
    public HeadersStatus onResponseHeaders(int contextId, int headerCount, boolean endOfStream) {
      told.add("response " + endOfStream);
      return HeadersStatus.CONTINUE;
    }
  }
}
