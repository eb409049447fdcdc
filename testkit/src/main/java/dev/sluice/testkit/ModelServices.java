package dev.sluice.testkit;

import dev.sluice.abi.Bytes;
import dev.sluice.abi.Header;
import dev.sluice.host.exchange.HttpRequest;
import dev.sluice.host.exchange.HttpResponse;
import dev.sluice.host.exchange.Reaction;
import dev.sluice.host.exchange.ScriptedCluster;
import dev.sluice.host.exchange.ScriptedGrpc;
import dev.sluice.host.model.Cluster;
import dev.sluice.host.model.Clusters;
import dev.sluice.testkit.grpc.GrpcService;
import dev.sluice.testkit.http.Callee;
import dev.sluice.testkit.http.Headers;
import dev.sluice.testkit.http.Reply;
import dev.sluice.testkit.http.Response;
import dev.sluice.testkit.http.SeenRequest;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The upstream and the clusters behind the model of a proxy; they react as the servers behind an Envoy do. */
final class ModelServices implements Clusters {
  private static final Callee UPSTREAM = Callee.of(request -> PluginUnderTest.UPSTREAM);

  private static final GrpcService ECHO = GrpcService.unary(message -> message);

  private final Map<String, Callee> callees = new ConcurrentHashMap<>();
  private final Map<String, GrpcService> services = new ConcurrentHashMap<>();

  ModelServices(UseProxy proxy) {
    callees.put(EnvoySetup.UPSTREAM, UPSTREAM);
    for (String name : proxy.clusters()) {
      callees.put(name, UPSTREAM);
    }
    for (String name : proxy.grpcClusters()) {
      services.put(name, ECHO);
    }
  }

  /** All react as they do at first. */
  void reset() {
    callees.replaceAll((name, before) -> UPSTREAM);
    services.replaceAll((name, before) -> ECHO);
  }

  void react(String name, Callee callee) {
    if (callees.replace(name, callee) == null) {
      throw EnvoyServices.missing("clusters", name);
    }
  }

  void serve(String name, GrpcService service) {
    if (services.replace(name, service) == null) {
      throw EnvoyServices.missing("grpcClusters", name);
    }
  }

  Callee upstream() {
    return callees.get(EnvoySetup.UPSTREAM);
  }

  @Override
  public Option<Cluster> find(Bytes name) {
    String known = name.utf8();
    if (services.containsKey(known)) {
      return Option.some(new ScriptedGrpc(call -> services.get(known).begin(new ModelGrpcCall(call))));
    }
    return Option.when(callees.containsKey(known), () -> new ScriptedCluster(request -> reaction(known, request)));
  }

  private Reaction reaction(String name, HttpRequest request) {
    SeenRequest seen =
        new SeenRequest(request.method(), request.path(), request.authority(), "HTTP/1.1",
            new Headers(Vector.ofAll(request.headers())), request.body());
    return switch (callees.get(name).answer(seen)) {
      case Reply.Answer answer -> Reaction.after(answer.delay(), response(answer.response()));
      case Reply.Silence silence -> Reaction.silence();
      case Reply.Reset reset -> Reaction.reset();
    };
  }

  private static HttpResponse response(Response response) {
    HttpResponse plain =
        new HttpResponse(response.status(), response.headers().fields().asJava(), response.body());
    for (Header trailer : response.trailers().fields()) {
      plain = plain.trailer(trailer.name().utf8(), trailer.value().utf8());
    }
    return plain;
  }
}
