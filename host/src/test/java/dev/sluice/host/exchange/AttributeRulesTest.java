package dev.sluice.host.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.sluice.abi.Bytes;
import dev.sluice.abi.DataStatus;
import dev.sluice.abi.HeadersStatus;
import dev.sluice.abi.attribute.Attribute;
import dev.sluice.abi.attribute.AttributeMap;
import dev.sluice.abi.attribute.AttributeType;
import dev.sluice.abi.attribute.AttributeValue;
import dev.sluice.abi.attribute.ConnectionAttributes;
import dev.sluice.abi.attribute.PluginAttributes;
import dev.sluice.abi.attribute.RequestAttributes;
import dev.sluice.abi.attribute.ResponseAttributes;
import dev.sluice.abi.attribute.StateAttributes;
import dev.sluice.abi.attribute.UpstreamAttributes;
import dev.sluice.abi.attribute.XdsAttributes;
import dev.sluice.abi.call.Hostcalls;
import dev.sluice.abi.codec.PropertyPath;
import dev.sluice.host.model.AttributeBytes;
import dev.sluice.host.model.PluginSpec;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What Envoy 1.36 and 1.40 answer to {@code proxy_get_property}, and when; seen there by {@code AttributesTest}. */
class AttributeRulesTest {
  private static final HttpRequest POST = HttpRequest.of("POST", "/a?b=c").header("x-a", "1").header("x-a", "2");
  private static final HttpResponse UP = HttpResponse.of(200, "up!").header("x-app", "1");

  private final List<String> told = new ArrayList<>();

  @Test
  void requestAttributesAreThereWhereTheHeadersAre() {
    run(RequestAttributes.path(), RequestAttributes.urlPath(), RequestAttributes.query(),
        RequestAttributes.header("x-a"),
        RequestAttributes.size(), RequestAttributes.totalSize());
    assertEquals(List.of("request: /a?b=c /a b=c 1,2 4 75", "body: - - - - 4 4", "response: - - - - 4 4",
        "log: /a?b=c /a b=c 1,2 4 79"), told);
  }

  @Test
  void theyStayWhereThePluginHoldsTheRequest() {
    run(HeadersStatus.STOP_ALL_ITERATION_AND_WATERMARK, RequestAttributes.path());
    assertEquals(List.of("request: /a?b=c", "response: /a?b=c", "log: /a?b=c"), told);
  }

  @Test
  void responseAttributesComeWithTheResponse() {
    run(ResponseAttributes.code(), ResponseAttributes.codeDetails(), ResponseAttributes.header("x-app"),
        ResponseAttributes.size(), ResponseAttributes.flags(), ResponseAttributes.grpcStatus());
    assertEquals(List.of("request: - - - 0 0 -", "body: - - - 0 0 -", "response: 200 via_upstream 1 0 0 2",
        "log: 200 via_upstream 1 3 0 2"), told);
  }

  @Test
  void timesEndInTheLog() {
    run(RequestAttributes.duration(), ResponseAttributes.backendLatency());
    assertEquals(List.of("request: - -", "body: - -", "response: - -", "log: PT2S PT2S"), told);
  }

  @Test
  void theUpstreamIsKnownWhenTheRequestHasLeft() {
    run(UpstreamAttributes.address(), UpstreamAttributes.requestAttemptCount(), UpstreamAttributes.localAddress(),
        XdsAttributes.upstreamHostMetadata().message());
    assertEquals(List.of("request: - 0 - -", "body: 10.0.0.1:80 1 - SERIALIZATION_FAILURE",
        "response: 10.0.0.1:80 1 10.0.0.2:9 SERIALIZATION_FAILURE",
        "log: 10.0.0.1:80 1 10.0.0.2:9 SERIALIZATION_FAILURE"), told);
  }

  @Test
  void aFamilyAsAWholeCannotBeSerialized() {
    run(Attribute.of(AttributeType.bytes(), "request"), Attribute.of(AttributeType.bytes(), ""),
        Attribute.of(AttributeType.bytes(), "request", "path", "x"), Attribute.of(AttributeType.bytes(), "node"));
    assertEquals("request: SERIALIZATION_FAILURE SERIALIZATION_FAILURE - -", told.getFirst());
  }

  @Test
  void metadataIsReadAsAMapAndByValue() {
    run(XdsAttributes.routeMetadata().value(AttributeType.text(), "team", "owner"),
        XdsAttributes.routeMetadata().value(AttributeType.number(), "team", "limit"),
        XdsAttributes.routeMetadata().value(AttributeType.text(), "team", "nobody"),
        XdsAttributes.routeMetadata().namespace("team"), StateAttributes.metadata().message());
    assertEquals("request: ann 2.5 - {owner, limit} ", told.getFirst());
  }

  @Test
  void whatAPluginSetsIsKeptByTheFirstSegmentOnly() {
    try (EmbeddedProxy proxy = EmbeddedProxy.start(TestPlugin.spec(host -> new TestPlugin(host) {
      @Override
      public HeadersStatus onRequestHeaders(int contextId, int headerCount, boolean endOfStream) {
        host.properties().set(PropertyPath.of("mine"), Bytes.utf8("kept"));
        host.properties().set(PropertyPath.of("a", "b"), Bytes.utf8("lost"));
        host.properties().set(PropertyPath.of("request"), Bytes.utf8("shadowed"));
        tell(host, StateAttributes.ofPlugins("mine"));
        tell(host, StateAttributes.filterState("wasm.mine"));
        tell(host, Attribute.of(AttributeType.bytes(), "a", "b"));
        tell(host, StateAttributes.filterState("wasm.request"));
        tell(host, StateAttributes.filterState("other"));
        return HeadersStatus.CONTINUE;
      }
    }))) {
      proxy.exchange(POST, seen -> UP);
    }
    assertEquals(List.of("kept", "kept", "-", "shadowed", "-"), told);
  }

  @Test
  void withoutAStreamThereIsThePluginAndTheProxy() {
    EmbeddedProxy.start(PluginSpec.of("named", TestPlugin.spec(host -> new TestPlugin(host) {
      @Override
      public boolean onConfigure(int rootContextId, int configurationSize) {
        tell(host, PluginAttributes.name());
        tell(host, XdsAttributes.nodeId());
        tell(host, RequestAttributes.path());
        tell(host, ConnectionAttributes.id());
        return true;
      }
    }).source())).close();
    assertEquals(List.of("named", "", "-", "-"), told);
  }

  private void tell(Hostcalls host, Attribute<?> attribute) {
    told.add(text(attribute.read(host.properties())));
  }

  private void run(Attribute<?>... attributes) {
    run(HeadersStatus.CONTINUE, attributes);
  }

  /** One exchange, whose upstream answers after two seconds. */
  private void run(HeadersStatus requestStatus, Attribute<?>... attributes) {
    Map<Bytes, Bytes> given = new LinkedHashMap<>();
    given.put(UpstreamAttributes.address().path(), AttributeBytes.of("10.0.0.1:80"));
    given.put(UpstreamAttributes.localAddress().path(), AttributeBytes.of("10.0.0.2:9"));
    given.put(PropertyPath.of("xds", "route_metadata", "filter_metadata", "team", "owner"), AttributeBytes.of("ann"));
    given.put(PropertyPath.of("xds", "route_metadata", "filter_metadata", "team", "limit"), AttributeBytes.of(2.5));
    try (EmbeddedProxy proxy =
        EmbeddedProxy.start(TestPlugin.spec(host -> new Telling(host, requestStatus, attributes)))) {
      try (Conversation talk = proxy.open(given)) {
        talk.requestHeaders(POST.body("four"), false).requestData("four", true);
        proxy.advance(Duration.ofSeconds(2));
        talk.responseHeaders(UP, false).responseData("up!", true);
      }
    }
  }

  private static String text(AttributeValue<?> value) {
    return switch (value) {
      case AttributeValue.Present<?> there when there.value() instanceof AttributeMap map -> map.entries()
          .stream()
          .map(entry -> entry.name().utf8())
          .toList()
          .toString()
          .replace('[', '{')
          .replace(']', '}');
      case AttributeValue.Present<?> there -> there.value().toString();
      case AttributeValue.Absent<?> none -> "-";
      case AttributeValue.Malformed<?> bad -> "malformed " + bad.bytes();
      case AttributeValue.Refused<?> no -> no.status().name();
    };
  }

  private final class Telling extends TestPlugin {
    private final HeadersStatus requestStatus;
    private final Attribute<?>[] attributes;

    Telling(Hostcalls host, HeadersStatus requestStatus, Attribute<?>... attributes) {
      super(host);
      this.requestStatus = requestStatus;
      this.attributes = attributes;
    }

    @Override
    public HeadersStatus onRequestHeaders(int contextId, int headerCount, boolean endOfStream) {
      all("request");
      return requestStatus;
    }

    @Override
    public DataStatus onRequestBody(int contextId, int bodySize, boolean endOfStream) {
      all("body");
      return DataStatus.CONTINUE;
    }

    @Override
    public HeadersStatus onResponseHeaders(int contextId, int headerCount, boolean endOfStream) {
      all("response");
      return HeadersStatus.CONTINUE;
    }

    @Override
    public void onLog(int contextId) {
      all("log");
    }

    private void all(String phase) {
      told.add(phase + ": " + String.join(" ",
          List.of(attributes).stream().map(each -> text(each.read(host.properties()))).toList()));
    }
  }
}
