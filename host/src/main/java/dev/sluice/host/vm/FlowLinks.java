package dev.sluice.host.vm;

import dev.sluice.abi.Status;
import dev.sluice.abi.StreamType;
import dev.sluice.abi.call.FlowCalls;
import java.util.List;
import java.util.function.BiFunction;

/** Resuming, closing, ending, and whose context it is. */
final class FlowLinks {
  private static final String CONTINUE = "proxy_continue_stream";
  private static final String CLOSE = "proxy_close_stream";
  private static final String EFFECTIVE = "proxy_set_effective_context";

  private FlowLinks() {}

  static List<Link> all() {
    return List.of(
        Link.proxy(CONTINUE, "(i)i", (guest, in) -> on(CONTINUE, guest, in, FlowCalls::continueStream)),
        Link.proxy(CLOSE, "(i)i", (guest, in) -> on(CLOSE, guest, in, FlowCalls::closeStream)),
        Link.proxy("proxy_done", "()i", (guest, in) -> guest.calls().flow().done().code()),
        Link.proxy(EFFECTIVE, "(i)i",
            (guest, in) -> guest.calls().flow().setEffectiveContext(in.i32(0)).code()));
  }

  private static int on(
      String call, GuestCalls guest, Link.Arguments in, BiFunction<FlowCalls, StreamType, Status> order) {
    StreamType stream = StreamType.fromCode(in.i32(0)).getOrNull();
    return stream == null ? guest.badArgument(call) : order.apply(guest.calls().flow(), stream).code();
  }
}
