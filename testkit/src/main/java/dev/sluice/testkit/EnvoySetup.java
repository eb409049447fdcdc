package dev.sluice.testkit;

import dev.sluice.bridge.deploy.Address;
import dev.sluice.bridge.deploy.Cluster;
import dev.sluice.bridge.deploy.EnvoyConfig;
import dev.sluice.bridge.deploy.HttpListener;
import dev.sluice.bridge.deploy.Listener;
import dev.sluice.bridge.deploy.Route;
import dev.sluice.bridge.deploy.TcpListener;
import dev.sluice.bridge.deploy.WasmFilterConfig;
import io.vavr.collection.Map;
import io.vavr.collection.Vector;

/**
 * An Envoy with plugins: the listener {@value #LISTENER} with the filters, one more without any to tell when Envoy is
 * done, and clusters.
 */
record EnvoySetup(Vector<WasmFilterConfig> filters, UseProxy proxy) {
  static final String LISTENER = "in";
  static final String UPSTREAM = "upstream";

  static EnvoySetup of(Setup setup) {
    return new EnvoySetup(setup.plugins().map(EnvoySetup::filter), setup.proxy());
  }

  private static WasmFilterConfig filter(UsePlugin use) {
    Promised promised = Promised.of(use);
    return WasmFilterConfig.of(Setup.name(use), ForeignModule.moduleOf(use.value()).toString())
        .withVmId(Setup.vm(use))
        .withConfiguration(promised.settings())
        .withVmConfiguration(use.vmSettings())
        .withAllowOnHeadersStopIteration(promised.headersStop());
  }

  /** The configuration, given the ports of the clusters. */
  EnvoyConfig config(Map<String, Integer> ports) {
    Address any = Address.anyLocalPort();
    HttpListener fence = HttpListener.of(EnvoyFence.LISTENER, any, EnvoyFence.LISTENER).withEvenConnections();
    WasmFilterConfig[] chain = filters.toJavaArray(WasmFilterConfig[]::new);
    Listener listener =
        proxy.tcp()
            ? TcpListener.of(LISTENER, any, UPSTREAM, chain)
            : HttpListener.of(LISTENER, any, UPSTREAM, chain)
                .withTrailers()
                .withMetadata(proxy.http2())
                .withEvenConnections()
                .withBufferLimit(proxy.bufferLimit())
                .withRoutes(route());
    Cluster[] clusters =
        ports.map(each -> Cluster.of(each._1, new Address("127.0.0.1", each._2)).withProtocol(protocol(each._1)))
            .toJavaArray(Cluster[]::new);
    return EnvoyConfig.of(any, fence, clusters).withListeners(listener, fence);
  }

  private Cluster.Protocol protocol(String cluster) {
    if (proxy.http2() && cluster.equals(UPSTREAM)) {
      return Cluster.Protocol.HTTP_2_METADATA;
    }
    return Vector.of(proxy.grpcClusters()).contains(cluster)
        ? Cluster.Protocol.HTTP_2
        : Cluster.Protocol.HTTP_1_1_TRAILERS;
  }

  private Route route() {
    return RouteText.all(proxy)
        .foldLeft(Route.of("/", UPSTREAM), (route, text) -> route.withMetadata(text.namespace(), text.name(),
            text.value()));
  }
}
