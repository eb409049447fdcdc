package dev.sluice.host.vm;

import dev.sluice.abi.Bytes;
import dev.sluice.abi.LogLevel;
import dev.sluice.host.model.VmFailure;
import java.io.ByteArrayOutputStream;
import java.util.stream.Stream;

/**
 * WASI preview 1 as far as Proxy-Wasm hosts link it: clock, randomness, standard output to the log, an empty
 * environment, exit. There are no files; their functions answer ENOSYS. Codes: WASI preview 1, {@code errno}.
 */
final class WasiLinks {
  private static final int OK = 0;
  private static final int EBADF = 8;
  private static final int EFAULT = 21;
  private static final int EINVAL = 28;
  private static final int ENOSYS = 52;
  private static final int ENOTSUP = 58;
  private static final int MOST_RANDOM = 64 * 1024;
  private static final int MOST_VECTORS = 1024;
  private static final int REALTIME = 0;
  private static final int MONOTONIC = 1;
  private static final int STANDARD_OUTPUT = 1;
  private static final int STANDARD_ERROR = 2;
  private static final int DESCRIPTOR_SIZE = 24;
  private static final byte CHARACTER_DEVICE = 2;
  private static final byte WRITE_RIGHT = 1 << 6;

  private static final String WITHOUT_MODEL = """
      clock_res_get (ii)i
      fd_advise (illi)i
      fd_allocate (ill)i
      fd_close (i)i
      fd_datasync (i)i
      fd_fdstat_set_flags (ii)i
      fd_fdstat_set_rights (ill)i
      fd_filestat_get (ii)i
      fd_filestat_set_size (il)i
      fd_filestat_set_times (illi)i
      fd_pread (iiili)i
      fd_pwrite (iiili)i
      fd_read (iiii)i
      fd_readdir (iiili)i
      fd_renumber (ii)i
      fd_seek (ilii)i
      fd_sync (i)i
      fd_tell (ii)i
      path_create_directory (iii)i
      path_filestat_get (iiiii)i
      path_filestat_set_times (iiiilli)i
      path_link (iiiiii)i
      path_open (iiiiillii)i
      path_readlink (iiiiii)i
      path_remove_directory (iii)i
      path_rename (iiiiii)i
      path_symlink (iiii)i
      path_unlink_file (iii)i
      poll_oneoff (iiii)i
      sock_accept (iii)i
      sock_recv (iiiiii)i
      sock_send (iiiii)i
      sock_shutdown (ii)i
      """;

  private WasiLinks() {}

  /** All functions under both names that modules import WASI by. */
  static Stream<Link> all() {
    return Stream.of("wasi_snapshot_preview1", "wasi_unstable").flatMap(WasiLinks::of);
  }

  private static Stream<Link> of(String module) {
    return Stream.concat(
        Stream.of(
            link(module, "clock_time_get", "(ili)i", WasiLinks::clock).allowed(Availability.ALWAYS),
            link(module, "fd_write", "(iiii)i", WasiLinks::write).allowed(Availability.ALWAYS),
            link(module, "random_get", "(ii)i", WasiLinks::random),
            link(module, "environ_sizes_get", "(ii)i", WasiLinks::noEntries),
            link(module, "environ_get", "(ii)i", (guest, in) -> OK),
            link(module, "args_sizes_get", "(ii)i", WasiLinks::noEntries),
            link(module, "args_get", "(ii)i", (guest, in) -> OK),
            link(module, "fd_fdstat_get", "(ii)i", WasiLinks::descriptor),
            link(module, "fd_prestat_get", "(ii)i", (guest, in) -> EBADF),
            link(module, "fd_prestat_dir_name", "(iii)i", (guest, in) -> EBADF),
            link(module, "sched_yield", "()i", (guest, in) -> OK),
            link(module, "proc_exit", "(i)-", WasiLinks::exit)),
        unmodelled(module));
  }

  static Stream<Link> unmodelled(String module) {
    return WITHOUT_MODEL.lines().map(line -> line.split(" ")).map(words -> unmodelled(module, words[0], words[1]));
  }

  private static Link link(String module, String name, String signature, Link.Body body) {
    return new Link(module, name, signature, Availability.LOADING, body);
  }

  private static Link unmodelled(String module, String name, String signature) {
    return link(module, name, signature, (guest, in) -> {
      guest.remarkOnce("WASI " + name + " is not modelled by this host: it answers ENOSYS");
      return ENOSYS;
    });
  }

  private static int clock(GuestCalls guest, Link.Arguments in) {
    return switch (in.i32(0)) {
      case REALTIME -> errno(guest.memory().writeLong(in.i32(2), guest.environment().clock().epochNanos()));
      case MONOTONIC -> errno(guest.memory().writeLong(in.i32(2), guest.environment().clock().monotonicNanos()));
      default -> ENOTSUP;
    };
  }

  private static int random(GuestCalls guest, Link.Arguments in) {
    if (Integer.compareUnsigned(in.i32(1), MOST_RANDOM) > 0) {
      return EINVAL;
    }
    byte[] bytes = new byte[in.i32(1)];
    guest.environment().random().nextBytes(bytes);
    return errno(guest.memory().write(in.i32(0), bytes));
  }

  private static int noEntries(GuestCalls guest, Link.Arguments in) {
    return errno(guest.memory().writeInt(in.i32(0), 0) && guest.memory().writeInt(in.i32(1), 0));
  }

  private static int write(GuestCalls guest, Link.Arguments in) {
    int descriptor = in.i32(0);
    if (descriptor != STANDARD_OUTPUT && descriptor != STANDARD_ERROR) {
      return EBADF;
    }
    int vectors = in.i32(2);
    if (vectors < 0 || vectors > MOST_VECTORS) {
      return EINVAL;
    }
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    for (int i = 0; i < vectors; i++) {
      int vector = in.i32(1) + 8 * i;
      Bytes part = guest.memory().holds(vector, 8)
          ? guest.memory().read(guest.memory().readInt(vector), guest.memory().readInt(vector + 4))
          : null;
      if (part == null) {
        return EFAULT;
      }
      text.writeBytes(part.toArray());
    }
    Bytes written = Bytes.wrap(text.toByteArray());
    guest.log(descriptor == STANDARD_ERROR ? LogLevel.ERROR : LogLevel.INFO, withoutLineEnd(written));
    return errno(guest.memory().writeInt(in.i32(3), written.length()));
  }

  private static Bytes withoutLineEnd(Bytes text) {
    int end = text.length();
    while (end > 0 && (text.at(end - 1) == '\n' || text.at(end - 1) == '\r')) {
      end--;
    }
    return text.slice(0, end);
  }

  private static int descriptor(GuestCalls guest, Link.Arguments in) {
    if (in.i32(0) < 0 || in.i32(0) > STANDARD_ERROR) {
      return EBADF;
    }
    byte[] state = new byte[DESCRIPTOR_SIZE];
    state[0] = CHARACTER_DEVICE;
    state[8] = WRITE_RIGHT;
    return errno(guest.memory().write(in.i32(1), state));
  }

  private static int exit(GuestCalls guest, Link.Arguments in) {
    throw new VmFailure("the module ended itself: proc_exit(" + in.i32(0) + ")");
  }

  private static int errno(boolean written) {
    return written ? OK : EFAULT;
  }
}
