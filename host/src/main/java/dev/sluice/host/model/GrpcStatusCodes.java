package dev.sluice.host.model;

import java.util.Map;

/** gRPC status codes of HTTP statuses (Envoy, {@code Grpc::Utility::httpToGrpcStatus}). */
final class GrpcStatusCodes {
  private static final int UNKNOWN = 2;
  private static final Map<Integer, Integer> BY_HTTP =
      Map.of(400, 13, 401, 16, 403, 7, 404, 12, 429, 14, 502, 14, 503, 14, 504, 14);

  private GrpcStatusCodes() {}

  static int ofHttp(int status) {
    return BY_HTTP.getOrDefault(status, UNKNOWN);
  }
}
