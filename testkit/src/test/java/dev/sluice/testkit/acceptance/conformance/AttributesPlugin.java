package dev.sluice.testkit.acceptance.conformance;

import dev.sluice.abi.Bytes;
import dev.sluice.abi.DataStatus;
import dev.sluice.abi.HeadersStatus;
import dev.sluice.abi.LogLevel;
import dev.sluice.abi.attribute.Attribute;
import dev.sluice.abi.attribute.AttributeMap;
import dev.sluice.abi.attribute.AttributeType;
import dev.sluice.abi.attribute.AttributeValue;
import dev.sluice.abi.attribute.ConnectionAttributes;
import dev.sluice.abi.attribute.LegacyAttributes;
import dev.sluice.abi.attribute.PluginAttributes;
import dev.sluice.abi.attribute.RequestAttributes;
import dev.sluice.abi.attribute.ResponseAttributes;
import dev.sluice.abi.attribute.StateAttributes;
import dev.sluice.abi.attribute.UpstreamAttributes;
import dev.sluice.abi.attribute.XdsAttributes;
import dev.sluice.abi.call.Hostcalls;
import dev.sluice.abi.event.HostCallbacks;
import dev.sluice.abi.event.HostCallbacksFactory;
import java.util.List;

/** Tells many attributes in four phases of an exchange, a line each: {@code phase|attribute|value}. */
public final class AttributesPlugin implements HostCallbacksFactory {
  private static final List<Attribute<?>> ALL = List.of(
      RequestAttributes.path(), RequestAttributes.urlPath(), RequestAttributes.query(), RequestAttributes.host(),
      RequestAttributes.scheme(), RequestAttributes.method(), RequestAttributes.header("x-twice"),
      RequestAttributes.headers(), RequestAttributes.referer(), RequestAttributes.userAgent(),
      RequestAttributes.time(), RequestAttributes.protocol(), RequestAttributes.size(),
      RequestAttributes.totalSize(), RequestAttributes.duration(),
      ResponseAttributes.code(), ResponseAttributes.codeDetails(), ResponseAttributes.flags(),
      ResponseAttributes.grpcStatus(), ResponseAttributes.header("x-app"), ResponseAttributes.headers(),
      ResponseAttributes.trailer("x-end"), ResponseAttributes.trailers(), ResponseAttributes.size(),
      ResponseAttributes.totalSize(), ResponseAttributes.backendLatency(),
      ConnectionAttributes.id(), ConnectionAttributes.mtls(), ConnectionAttributes.requestedServerName(),
      ConnectionAttributes.terminationDetails(), ConnectionAttributes.sourceAddress(),
      ConnectionAttributes.sourcePort(), ConnectionAttributes.destinationAddress(),
      ConnectionAttributes.destinationPort(), ConnectionAttributes.tls().version(),
      UpstreamAttributes.address(), UpstreamAttributes.port(), UpstreamAttributes.localAddress(),
      UpstreamAttributes.numEndpoints(), UpstreamAttributes.requestAttemptCount(),
      UpstreamAttributes.cxPoolReadyDuration(), UpstreamAttributes.transportFailureReason(),
      UpstreamAttributes.locality(), UpstreamAttributes.region(), UpstreamAttributes.tls().version(),
      XdsAttributes.nodeId(), XdsAttributes.nodeMetadata(AttributeType.text(), "any"), XdsAttributes.clusterName(),
      XdsAttributes.clusterMetadata().message(), XdsAttributes.routeName(),
      XdsAttributes.routeMetadata().value(AttributeType.text(), "team", "owner"),
      XdsAttributes.routeMetadata().namespace("team"), XdsAttributes.virtualHostName(),
      XdsAttributes.upstreamHostMetadata().message(), XdsAttributes.filterChainName(),
      XdsAttributes.listenerDirection(), XdsAttributes.listenerMetadata().message(),
      StateAttributes.metadata().message(), StateAttributes.filterState("wasm.mine"),
      StateAttributes.ofPlugins("mine"), StateAttributes.upstreamFilterState("any"),
      PluginAttributes.name(), PluginAttributes.rootId(), PluginAttributes.vmId(), LegacyAttributes.connectionId(),
      LegacyAttributes.routeName(), LegacyAttributes.node(), Attribute.of(AttributeType.bytes(), "request"),
      Attribute.of(AttributeType.bytes(), "request", "path", "more"));

  @Override
  public HostCallbacks create(Hostcalls host) {
    return new Callbacks(host);
  }

  private static final class Callbacks implements HostCallbacks {
    private final Hostcalls host;
    private boolean bodyTold;

    Callbacks(Hostcalls host) {
      this.host = host;
    }

    @Override
    public HeadersStatus onRequestHeaders(int contextId, int headerCount, boolean endOfStream) {
      bodyTold = false;
      host.properties().set(StateAttributes.ofPlugins("mine").path(), Bytes.utf8("kept"));
      all("request");
      return HeadersStatus.CONTINUE;
    }

    @Override
    public DataStatus onRequestBody(int contextId, int bodySize, boolean endOfStream) {
      if (!bodyTold) {
        bodyTold = true;
        all("body");
      }
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
      for (Attribute<?> attribute : ALL) {
        String line = phase + "|" + attribute + "|" + text(attribute.read(host.properties()));
        host.log().log(LogLevel.INFO, Bytes.utf8(line));
      }
    }

    private static String text(AttributeValue<?> value) {
      return switch (value) {
        case AttributeValue.Present<?> there when there.value() instanceof AttributeMap map ->
          map.size() == 0 ? "{}" : "{" + map.get(AttributeType.text(), "owner").orElse("..") + "}";
        case AttributeValue.Present<?> there -> "'" + there.value() + "'";
        case AttributeValue.Absent<?> none -> "-";
        case AttributeValue.Malformed<?> bad -> "malformed";
        case AttributeValue.Refused<?> no -> no.status().name();
      };
    }
  }
}
