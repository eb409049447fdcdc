package dev.sluice.host.vm;

import dev.sluice.abi.GrpcStatus;
import java.util.List;

/** gRPC calls of the plugin, and how they ended. */
final class GrpcLinks {
  private static final String STATUS = "proxy_get_status";

  private GrpcLinks() {}

  static List<Link> all() {
    return List.of(Link.proxy(STATUS, "(iii)i", GrpcLinks::status));
  }

  private static int status(GuestCalls guest, Link.Arguments in) {
    if (!guest.memory().holds(in.i32(0), Integer.BYTES)) {
      return guest.invalidMemory(STATUS);
    }
    GrpcStatus status = guest.calls().grpc().status();
    guest.memory().writeInt(in.i32(0), status.code());
    return guest.handOver(status.message(), in.i32(1), in.i32(2));
  }
}
