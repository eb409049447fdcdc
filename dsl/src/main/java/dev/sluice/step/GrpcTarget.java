package dev.sluice.step;

import dev.sluice.abi.Bytes;
import dev.sluice.data.protobuf.ProtobufWriter;
import dev.sluice.plan.Check;
import dev.sluice.plan.Lists;
import dev.sluice.value.LiteralText;
import dev.sluice.value.TextValue;
import java.util.List;

/**
 * What a gRPC call is for.
 *
 * @param service with its package, such as {@code helloworld.Greeter}
 * @param metadata what is sent ahead of the messages; left out where its value is absent
 */
public record GrpcTarget(Cluster cluster, String service, String method, List<HeaderField> metadata) {
  public GrpcTarget {
    Check.given("grpcCall", "the cluster", cluster);
    Check.filled("grpcCall", "the service", service);
    Check.filled("grpcCall", "the method", method);
    metadata = Lists.copy(Check.given("grpcCall", "the list of metadata", metadata));
  }

  /** A method by its path, {@code package.Service/Method}. */
  static GrpcTarget of(Cluster cluster, String path) {
    String given = Check.given("grpcCall", "the method", path);
    String plain = given.startsWith("/") ? given.substring(1) : given;
    int slash = plain.indexOf('/');
    if (slash < 1 || slash == plain.length() - 1 || plain.indexOf('/', slash + 1) >= 0) {
      throw new IllegalArgumentException(
          "grpcCall: \"" + path + "\" is no method; give package.Service/Method");
    }
    return new GrpcTarget(cluster, plain.substring(0, slash), plain.substring(slash + 1), Lists.none());
  }

  GrpcTarget metadata(String name, TextValue value) {
    Check.given("metadata", "the value of " + name, value);
    HeaderField field = new HeaderField(Check.headerName("metadata", name), value);
    return new GrpcTarget(cluster, service, method, Lists.append(metadata, field));
  }

  GrpcTarget metadata(String name, String value) {
    return metadata(name, new LiteralText(Check.headerValue("metadata", name, value)));
  }

  /**
   * Where the call goes as a message of Envoy ({@code GrpcService}). The bare name of a cluster would do but where it happens
   * to be such a message without a target ({@code users} is): Envoy 1.40 crashes at that.
   */
  Bytes upstream() {
    ProtobufWriter envoyGrpc = new ProtobufWriter().string(1, cluster.name());
    if (!cluster.authority().equals(cluster.name())) {
      envoyGrpc.string(2, cluster.authority());
    }
    return new ProtobufWriter().message(1, envoyGrpc).message().asConstant();
  }

  String describe() {
    return cluster.name() + ": " + service + "/" + method;
  }
}
