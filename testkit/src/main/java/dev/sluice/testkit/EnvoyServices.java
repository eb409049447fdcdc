package dev.sluice.testkit;

import dev.sluice.testkit.grpc.GrpcServer;
import dev.sluice.testkit.grpc.GrpcService;
import dev.sluice.testkit.http.RecordingUpstream;
import dev.sluice.testkit.tcp.TcpScript;
import dev.sluice.testkit.tcp.TcpUpstream;
import io.vavr.collection.LinkedHashMap;
import io.vavr.collection.Map;

/** The servers behind an Envoy: its upstream, the clusters that plugins call, and one that nobody scripts. */
final class EnvoyServices implements AutoCloseable {
  private final boolean forConnections;
  private final TcpUpstream tcp = TcpUpstream.start();
  private Map<String, RecordingUpstream> http = LinkedHashMap.empty();
  private Map<String, GrpcServer> grpc = LinkedHashMap.empty();

  private EnvoyServices(boolean forConnections) {
    this.forConnections = forConnections;
  }

  static EnvoyServices start(UseProxy proxy) {
    EnvoyServices services = new EnvoyServices(proxy.tcp());
    services.http(EnvoySetup.UPSTREAM);
    services.http(EnvoyFence.LISTENER);
    for (String name : proxy.clusters()) {
      services.http(name);
    }
    for (String name : proxy.grpcClusters()) {
      services.grpc = services.grpc.put(name, GrpcServer.start());
    }
    return services;
  }

  private void http(String name) {
    http = http.put(name, RecordingUpstream.start());
  }

  /** The ports, by name of the cluster. */
  Map<String, Integer> ports() {
    Map<String, Integer> ports =
        http.mapValues(RecordingUpstream::port).merge(grpc.mapValues(GrpcServer::port));
    return forConnections ? ports.put(EnvoySetup.UPSTREAM, tcp.port()) : ports;
  }

  RecordingUpstream upstream() {
    return cluster(EnvoySetup.UPSTREAM);
  }

  TcpUpstream tcp() {
    return tcp;
  }

  RecordingUpstream cluster(String name) {
    return http.get(name).getOrElseThrow(() -> missing("clusters", name));
  }

  GrpcServer grpc(String name) {
    return grpc.get(name).getOrElseThrow(() -> missing("grpcClusters", name));
  }

  static RuntimeException missing(String kind, String name) {
    return new IllegalArgumentException(
        "there is no cluster " + name + ": name it in @UseProxy(" + kind + " = \"" + name + "\")");
  }

  /** All answer as they do at first. */
  void reset() {
    http.values().forEach(server -> server.answer(request -> PluginUnderTest.UPSTREAM));
    grpc.values().forEach(server -> server.serve(GrpcService.unary(message -> message)));
    tcp.script(TcpScript.echo());
    tcp.forget();
  }

  void beforePieces(Runnable wait) {
    http.values().forEach(server -> server.beforePieces(wait));
  }

  @Override
  public void close() {
    tcp.close();
    http.values().forEach(RecordingUpstream::close);
    grpc.values().forEach(GrpcServer::close);
  }
}
