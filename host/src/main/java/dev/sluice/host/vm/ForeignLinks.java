package dev.sluice.host.vm;

import dev.sluice.abi.Bytes;
import dev.sluice.abi.Fetched;
import dev.sluice.abi.Status;
import java.util.List;

/** Functions that the host offers beyond the ABI. */
final class ForeignLinks {
  private static final String CALL = "proxy_call_foreign_function";

  private ForeignLinks() {}

  static List<Link> all() {
    return List.of(Link.proxy(CALL, "(iiiiii)i", ForeignLinks::call));
  }

  /** A guest that does not want the result gives address 0 for the places where it would be told. */
  private static int call(GuestCalls guest, Link.Arguments in) {
    Bytes name = guest.memory().read(in.i32(0), in.i32(1));
    Bytes arguments = guest.memory().read(in.i32(2), in.i32(3));
    if (name == null || arguments == null) {
      return guest.invalidMemory(CALL);
    }
    Fetched result = guest.calls().foreign().call(name, arguments);
    int addressAt = in.i32(4);
    int sizeAt = in.i32(5);
    if (addressAt != 0 && sizeAt != 0) {
      return guest.handOver(result, addressAt, sizeAt);
    }
    boolean told = !result.isOk() || sizeAt == 0 || guest.memory().writeInt(sizeAt, result.length());
    return (told ? result.status() : Status.INVALID_MEMORY_ACCESS).code();
  }
}
