package dev.sluice.host.vm;

import dev.sluice.abi.BufferStatus;
import dev.sluice.abi.BufferType;
import dev.sluice.abi.Bytes;
import dev.sluice.abi.Status;
import java.util.List;

/** Bodies, data and configurations. */
final class BufferLinks {
  private static final String GET = "proxy_get_buffer_bytes";
  private static final String STATUS = "proxy_get_buffer_status";
  private static final String SET = "proxy_set_buffer_bytes";

  private BufferLinks() {}

  static List<Link> all() {
    return List.of(
        Link.proxy(GET, "(iiiii)i", BufferLinks::get),
        Link.proxy(STATUS, "(iii)i", BufferLinks::status),
        Link.proxy(SET, "(iiiii)i", BufferLinks::set));
  }

  private static int get(GuestCalls guest, Link.Arguments in) {
    BufferType buffer = buffer(in);
    return buffer == null
        ? guest.badArgument(GET)
        : guest.handOver(guest.calls().buffers().get(buffer, in.i32(1), in.i32(2)), in.i32(3), in.i32(4));
  }

  private static int status(GuestCalls guest, Link.Arguments in) {
    BufferType buffer = buffer(in);
    if (buffer == null) {
      return guest.badArgument(STATUS);
    }
    BufferStatus status = guest.calls().buffers().status(buffer);
    boolean written = !status.status().isOk()
        || guest.memory().writeInt(in.i32(1), status.length()) && guest.memory().writeInt(in.i32(2), status.flags());
    return written ? status.status().code() : Status.INVALID_MEMORY_ACCESS.code();
  }

  private static int set(GuestCalls guest, Link.Arguments in) {
    BufferType buffer = buffer(in);
    if (buffer == null) {
      return guest.badArgument(SET);
    }
    Bytes bytes = guest.memory().read(in.i32(3), in.i32(4));
    return bytes == null
        ? guest.invalidMemory(SET)
        : guest.calls().buffers().set(buffer, in.i32(1), in.i32(2), bytes).code();
  }

  private static BufferType buffer(Link.Arguments in) {
    return BufferType.fromCode(in.i32(0)).getOrNull();
  }
}
