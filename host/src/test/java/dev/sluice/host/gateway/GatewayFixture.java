package dev.sluice.host.gateway;

import dev.sluice.abi.Bytes;
import dev.sluice.abi.Header;
import dev.sluice.abi.HeadersStatus;
import dev.sluice.abi.MapType;
import dev.sluice.abi.call.Hostcalls;
import dev.sluice.abi.call.ReplyCalls;
import dev.sluice.abi.codec.HeaderMapCodec;
import dev.sluice.abi.event.HostCallbacks;
import dev.sluice.host.model.JvmPlugin;
import dev.sluice.host.model.PluginSpec;
import java.net.URI;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Function;

/** A gateway with a plugin of a test before an upstream of a test, and the lines it prints. */
final class GatewayFixture implements AutoCloseable {
  final LinkedBlockingQueue<String> lines = new LinkedBlockingQueue<>();
  private final Gateway gateway;

  GatewayFixture(URI upstream, Function<Hostcalls, HostCallbacks> plugin,
      Function<GatewayOptions, GatewayOptions> how) {
    GatewayOptions options =
        GatewayOptions.of("test", Bytes.EMPTY).withUpstream(upstream).withOutput(lines::add);
    gateway = Gateway.start(how.apply(options), PluginSpec.of("test", JvmPlugin.of(plugin)));
  }

  GatewayFixture(URI upstream, Function<Hostcalls, HostCallbacks> plugin) {
    this(upstream, plugin, options -> options);
  }

  /** A gateway whose plugin lets everything through. */
  GatewayFixture(URI upstream) {
    this(upstream, host -> new HostCallbacks() {});
  }

  int port() {
    return gateway.port();
  }

  String exchange(String request) throws Exception {
    return RawClient.exchange(port(), request);
  }

  @Override
  public void close() {
    gateway.close();
  }

  /** A plugin that answers every request in the upstream's place. */
  static Function<Hostcalls, HostCallbacks> replying(int status, String body, Header... headers) {
    return host -> new HostCallbacks() {
      @Override
      public HeadersStatus onRequestHeaders(int contextId, int headerCount, boolean endOfStream) {
        host.replies()
            .send(status, Bytes.EMPTY, Bytes.utf8(body), HeaderMapCodec.encode(List.of(headers)),
                ReplyCalls.NO_GRPC_STATUS);
        return HeadersStatus.STOP_ITERATION;
      }
    };
  }

  /** A plugin that sets a header of the request. */
  static Function<Hostcalls, HostCallbacks> setting(MapType map, String name, String value) {
    return host -> new HostCallbacks() {
      @Override
      public HeadersStatus onRequestHeaders(int contextId, int headerCount, boolean endOfStream) {
        host.headers().replace(map, Bytes.utf8(name), Bytes.utf8(value));
        return HeadersStatus.CONTINUE;
      }

      @Override
      public HeadersStatus onResponseHeaders(int contextId, int headerCount, boolean endOfStream) {
        host.headers().replace(map, Bytes.utf8(name), Bytes.utf8(value));
        return HeadersStatus.CONTINUE;
      }
    };
  }
}
