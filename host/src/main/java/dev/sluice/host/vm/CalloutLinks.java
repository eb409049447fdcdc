package dev.sluice.host.vm;

import dev.sluice.abi.Answer;
import dev.sluice.abi.Bytes;
import java.util.List;

/** HTTP calls of the plugin. */
final class CalloutLinks {
  private static final String HTTP = "proxy_http_call";

  private CalloutLinks() {}

  static List<Link> all() {
    return List.of(Link.proxy(HTTP, "(iiiiiiiiii)i", CalloutLinks::http));
  }

  /** The place of the token is checked before the call is made, and holds 0 where it is not. */
  private static int http(GuestCalls guest, Link.Arguments in) {
    Bytes cluster = guest.memory().read(in.i32(0), in.i32(1));
    Bytes headers = guest.memory().read(in.i32(2), in.i32(3));
    Bytes body = guest.memory().read(in.i32(4), in.i32(5));
    Bytes trailers = guest.memory().read(in.i32(6), in.i32(7));
    boolean readable = cluster != null && headers != null && body != null && trailers != null;
    if (!readable || !guest.memory().writeInt(in.i32(9), 0)) {
      return guest.invalidMemory(HTTP);
    }
    Answer token = guest.calls().httpCallouts().dispatch(cluster, headers, body, trailers, in.i32(8));
    return guest.handOverInt(token, in.i32(9));
  }
}
