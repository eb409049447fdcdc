package dev.sluice.host.vm;

import dev.sluice.abi.Bytes;
import dev.sluice.abi.SharedValue;
import dev.sluice.abi.Status;
import java.util.List;

/** Shared data and shared queues. */
final class SharedLinks {
  private static final String GET = "proxy_get_shared_data";
  private static final String SET = "proxy_set_shared_data";
  private static final String REGISTER = "proxy_register_shared_queue";
  private static final String RESOLVE = "proxy_resolve_shared_queue";
  private static final String ENQUEUE = "proxy_enqueue_shared_queue";
  private static final String DEQUEUE = "proxy_dequeue_shared_queue";

  private SharedLinks() {}

  static List<Link> all() {
    return List.of(
        Link.proxy(GET, "(iiiii)i", SharedLinks::get),
        Link.proxy(SET, "(iiiii)i", SharedLinks::set),
        Link.proxy(REGISTER, "(iii)i", SharedLinks::register),
        Link.proxy(RESOLVE, "(iiiii)i", SharedLinks::resolve),
        Link.proxy(ENQUEUE, "(iii)i", SharedLinks::enqueue),
        Link.proxy(DEQUEUE, "(iii)i", SharedLinks::dequeue));
  }

  private static int get(GuestCalls guest, Link.Arguments in) {
    Bytes key = guest.memory().read(in.i32(0), in.i32(1));
    if (key == null) {
      return guest.invalidMemory(GET);
    }
    SharedValue value = guest.calls().sharedData().get(key);
    int handed = guest.handOver(value.value(), in.i32(2), in.i32(3));
    boolean written = handed != Status.OK.code() || guest.memory().writeInt(in.i32(4), value.cas());
    return written ? handed : Status.INVALID_MEMORY_ACCESS.code();
  }

  private static int set(GuestCalls guest, Link.Arguments in) {
    Bytes key = guest.memory().read(in.i32(0), in.i32(1));
    Bytes value = guest.memory().read(in.i32(2), in.i32(3));
    return key == null || value == null
        ? guest.invalidMemory(SET)
        : guest.calls().sharedData().set(key, value, in.i32(4)).code();
  }

  private static int register(GuestCalls guest, Link.Arguments in) {
    Bytes name = guest.memory().read(in.i32(0), in.i32(1));
    return name == null
        ? guest.invalidMemory(REGISTER)
        : guest.handOverInt(guest.calls().sharedQueues().register(name), in.i32(2));
  }

  private static int resolve(GuestCalls guest, Link.Arguments in) {
    Bytes vmId = guest.memory().read(in.i32(0), in.i32(1));
    Bytes name = guest.memory().read(in.i32(2), in.i32(3));
    return vmId == null || name == null
        ? guest.invalidMemory(RESOLVE)
        : guest.handOverInt(guest.calls().sharedQueues().resolve(vmId, name), in.i32(4));
  }

  private static int enqueue(GuestCalls guest, Link.Arguments in) {
    Bytes message = guest.memory().read(in.i32(1), in.i32(2));
    return message == null
        ? guest.invalidMemory(ENQUEUE)
        : guest.calls().sharedQueues().enqueue(in.i32(0), message).code();
  }

  private static int dequeue(GuestCalls guest, Link.Arguments in) {
    return guest.handOver(guest.calls().sharedQueues().dequeue(in.i32(0)), in.i32(1), in.i32(2));
  }
}
