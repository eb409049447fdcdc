package dev.sluice.host.model;

import dev.sluice.abi.Bytes;
import dev.sluice.abi.Header;
import dev.sluice.host.proto.MalformedMessageException;
import dev.sluice.host.proto.ProtoFields;
import java.util.ArrayList;
import java.util.List;

/**
 * Whom a plugin calls by gRPC. What it hands over is first read as a serialized {@code envoy.config.core.v3.GrpcService}
 * and only taken for the name of a cluster where it is none, as in Envoy; short names can be one by chance.
 */
sealed interface GrpcTarget {

  /**
   * A cluster.
   *
   * @param named whether the plugin has handed over the name, not a {@code GrpcService}
   * @param metadata sent with each request
   */
  record OfCluster(Bytes cluster, Bytes authority, List<Header> metadata, boolean named) implements GrpcTarget {}

  /** A {@code GrpcService} for another client than Envoy's own. */
  record OfOtherClient() implements GrpcTarget {}

  /** A {@code GrpcService} that says nothing of a target: Envoy's process ends at it (1.36, 1.40). */
  record Nowhere() implements GrpcTarget {}

  static GrpcTarget of(Bytes upstream) {
    try {
      return Fields.target(ProtoFields.parse(upstream));
    } catch (MalformedMessageException aName) {
      return new OfCluster(upstream, upstream, List.of(), true);
    }
  }

  /** Numbers of fields in {@code grpc_service.proto} and {@code base.proto}. */
  final class Fields {
    private static final int ENVOY_GRPC = 1;
    private static final int GOOGLE_GRPC = 2;
    private static final int INITIAL_METADATA = 5;
    private static final int CLUSTER_NAME = 1;
    private static final int AUTHORITY = 2;
    private static final int KEY = 1;
    private static final int VALUE = 2;

    private Fields() {}

    private static GrpcTarget target(ProtoFields service) throws MalformedMessageException {
      List<Header> metadata = new ArrayList<>();
      for (Bytes field : service.all(INITIAL_METADATA)) {
        ProtoFields header = ProtoFields.parse(field);
        metadata.add(Header.of(header.text(KEY), header.text(VALUE)));
      }
      if (!service.all(GOOGLE_GRPC).isEmpty()) {
        ProtoFields.parse(service.bytes(GOOGLE_GRPC));
        return new OfOtherClient();
      }
      if (service.all(ENVOY_GRPC).isEmpty()) {
        return new Nowhere();
      }
      ProtoFields client = ProtoFields.parse(service.bytes(ENVOY_GRPC));
      Bytes cluster = Bytes.utf8(client.text(CLUSTER_NAME));
      Bytes authority = Bytes.utf8(client.text(AUTHORITY));
      return new OfCluster(cluster, authority.isEmpty() ? cluster : authority, metadata, false);
    }
  }
}
