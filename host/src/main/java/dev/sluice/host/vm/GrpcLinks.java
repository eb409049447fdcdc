package dev.sluice.host.vm;

import dev.sluice.abi.Answer;
import dev.sluice.abi.Bytes;
import dev.sluice.abi.GrpcStatus;
import java.util.List;

/** gRPC calls of the plugin, and how they ended. */
final class GrpcLinks {
  private static final String CALL = "proxy_grpc_call";
  private static final String OPEN = "proxy_grpc_stream";
  private static final String SEND = "proxy_grpc_send";
  private static final String STATUS = "proxy_get_status";

  private GrpcLinks() {}

  static List<Link> all() {
    return List.of(
        Link.proxy(CALL, "(iiiiiiiiiiii)i", GrpcLinks::call),
        Link.proxy(OPEN, "(iiiiiiiii)i", GrpcLinks::open),
        Link.proxy(SEND, "(iiii)i", GrpcLinks::send),
        Link.proxy("proxy_grpc_cancel", "(i)i", (guest, in) -> guest.calls().grpc().cancel(in.i32(0)).code()),
        Link.proxy("proxy_grpc_close", "(i)i", (guest, in) -> guest.calls().grpc().close(in.i32(0)).code()),
        Link.proxy(STATUS, "(iii)i", GrpcLinks::status));
  }

  private static int call(GuestCalls guest, Link.Arguments in) {
    Bytes upstream = guest.memory().read(in.i32(0), in.i32(1));
    Bytes service = guest.memory().read(in.i32(2), in.i32(3));
    Bytes method = guest.memory().read(in.i32(4), in.i32(5));
    Bytes metadata = guest.memory().read(in.i32(6), in.i32(7));
    Bytes message = guest.memory().read(in.i32(8), in.i32(9));
    if (upstream == null || service == null || method == null || metadata == null || message == null) {
      return guest.invalidMemory(CALL);
    }
    Answer token = guest.calls().grpc().call(upstream, service, method, metadata, message, in.i32(10));
    return guest.handOverInt(token, in.i32(11));
  }

  private static int open(GuestCalls guest, Link.Arguments in) {
    Bytes upstream = guest.memory().read(in.i32(0), in.i32(1));
    Bytes service = guest.memory().read(in.i32(2), in.i32(3));
    Bytes method = guest.memory().read(in.i32(4), in.i32(5));
    Bytes metadata = guest.memory().read(in.i32(6), in.i32(7));
    if (upstream == null || service == null || method == null || metadata == null) {
      return guest.invalidMemory(OPEN);
    }
    return guest.handOverInt(guest.calls().grpc().open(upstream, service, method, metadata), in.i32(8));
  }

  private static int send(GuestCalls guest, Link.Arguments in) {
    Bytes message = guest.memory().read(in.i32(1), in.i32(2));
    return message == null
        ? guest.invalidMemory(SEND)
        : guest.calls().grpc().send(in.i32(0), message, in.i32(3) != 0).code();
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
