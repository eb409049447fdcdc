package dev.sluice.host.vm;

import static dev.sluice.host.vm.WasiErrno.BADF;
import static dev.sluice.host.vm.WasiErrno.FAULT;
import static dev.sluice.host.vm.WasiErrno.INVAL;
import static dev.sluice.host.vm.WasiErrno.NOTSUP;
import static dev.sluice.host.vm.WasiErrno.SUCCESS;

import dev.sluice.abi.Bytes;
import dev.sluice.abi.LogLevel;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.stream.Stream;

/**
 * WASI preview 1 with the functions, the types and the answers of proxy-wasm-cpp-host ({@code exports.cc}): clock,
 * randomness, standard output to the log, an empty environment. There are no files and no sockets, see
 * {@link WasiFileLinks}.
 */
final class WasiLinks {
  private static final int MOST_RANDOM = 64 * 1024;
  private static final int REALTIME = 0;
  private static final int MONOTONIC = 1;
  /** How long the machine has been on when the proxy starts: the Go runtime takes 0 for a broken clock. */
  private static final long BEFORE_THE_PROXY = 1_000_000_000;
  private static final int STANDARD_OUTPUT = 1;
  private static final int STANDARD_ERROR = 2;

  private WasiLinks() {}

  /** All functions under both names that modules import WASI by. */
  static Stream<Link> all() {
    return Stream.of("wasi_snapshot_preview1", "wasi_unstable")
        .flatMap(module -> Stream.concat(of(module).stream(), WasiFileLinks.of(module)));
  }

  private static List<Link> of(String module) {
    return List.of(
        link(module, "clock_time_get", "(ili)i", WasiLinks::time).allowed(Availability.ALWAYS),
        link(module, "clock_res_get", "(ii)i", WasiLinks::resolution),
        link(module, "fd_write", "(iiii)i", (guest, in) -> write(guest, in, 3)).allowed(Availability.ALWAYS),
        link(module, "fd_pwrite", "(iiili)i", (guest, in) -> write(guest, in, 4)),
        link(module, "random_get", "(ii)i", WasiLinks::random),
        link(module, "environ_sizes_get", "(ii)i", WasiLinks::noEntries),
        link(module, "environ_get", "(ii)i", (guest, in) -> SUCCESS),
        link(module, "args_sizes_get", "(ii)i", WasiLinks::noEntries),
        link(module, "args_get", "(ii)i", (guest, in) -> SUCCESS),
        link(module, "poll_oneoff", "(iiii)i", WasiLinks::poll).allowed(Availability.ALWAYS),
        link(module, "sched_yield", "()i", (guest, in) -> SUCCESS).allowed(Availability.RUNNING),
        link(module, "proc_exit", "(i)-", WasiLinks::exit).allowed(Availability.RUNNING));
  }

  static Link link(String module, String name, String signature, Link.Body body) {
    return new Link(module, name, signature, Availability.LOADING, body);
  }

  private static int time(GuestCalls guest, Link.Arguments in) {
    return switch (in.i32(0)) {
      case REALTIME -> errno(guest.memory().writeLong(in.i32(2), guest.environment().clock().epochNanos()));
      case MONOTONIC -> errno(guest.memory()
          .writeLong(in.i32(2), BEFORE_THE_PROXY + guest.environment().clock().monotonicNanos()));
      default -> NOTSUP;
    };
  }

  private static int resolution(GuestCalls guest, Link.Arguments in) {
    return in.i32(0) == REALTIME || in.i32(0) == MONOTONIC ? errno(guest.memory().writeLong(in.i32(1), 1)) : NOTSUP;
  }

  private static int random(GuestCalls guest, Link.Arguments in) {
    int size = in.i32(1);
    if (Integer.compareUnsigned(size, MOST_RANDOM) > 0) {
      return INVAL;
    }
    byte[] bytes = new byte[size];
    guest.environment().random().nextBytes(bytes);
    return errno(size == 0 || guest.memory().write(in.i32(0), bytes));
  }

  private static int noEntries(GuestCalls guest, Link.Arguments in) {
    return errno(guest.memory().writeInt(in.i32(0), 0) && guest.memory().writeInt(in.i32(1), 0));
  }

  /** Nothing ever happens; the Go runtime wants it to succeed. */
  private static int poll(GuestCalls guest, Link.Arguments in) {
    return errno(guest.memory().writeInt(in.i32(3), 0));
  }

  /** @param countAt which argument tells where the number of bytes goes */
  private static int write(GuestCalls guest, Link.Arguments in, int countAt) {
    int descriptor = in.i32(0);
    if (descriptor != STANDARD_OUTPUT && descriptor != STANDARD_ERROR) {
      return BADF;
    }
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    long vector = Integer.toUnsignedLong(in.i32(1));
    for (long left = Integer.toUnsignedLong(in.i32(2)); left > 0; left--, vector += 8) {
      Bytes part = part(guest.memory(), vector);
      if (part == null) {
        return FAULT;
      }
      text.writeBytes(part.toArray());
    }
    Bytes written = Bytes.wrap(text.toByteArray());
    if (!written.isEmpty()) {
      guest.log(descriptor == STANDARD_ERROR ? LogLevel.ERROR : LogLevel.INFO, withoutLineEnd(written));
    }
    return errno(guest.memory().writeInt(in.i32(countAt), written.length()));
  }

  /** The bytes that an address and a length at this place tell of, null where one of them lies outside of the memory. */
  private static Bytes part(GuestMemory memory, long vector) {
    int at = (int) vector;
    if (vector > 0xffff_ffffL || !memory.holds(at, 8)) {
      return null;
    }
    int size = memory.readInt(at + 4);
    return size == 0 ? Bytes.EMPTY : memory.read(memory.readInt(at), size);
  }

  private static Bytes withoutLineEnd(Bytes text) {
    int last = text.length() - 1;
    return text.at(last) == '\n' ? text.slice(0, last) : text;
  }

  /** As there it does not end the module, which then does so itself: a C library traps after it. */
  private static int exit(GuestCalls guest, Link.Arguments in) {
    guest.exited(in.i32(0));
    return SUCCESS;
  }

  static int errno(boolean written) {
    return written ? SUCCESS : FAULT;
  }
}
