package dev.sluice.host.vm;

import static dev.sluice.host.vm.WasiErrno.BADF;
import static dev.sluice.host.vm.WasiErrno.EXIST;
import static dev.sluice.host.vm.WasiErrno.FAULT;
import static dev.sluice.host.vm.WasiErrno.NOENT;
import static dev.sluice.host.vm.WasiErrno.NOSYS;
import static dev.sluice.host.vm.WasiErrno.NOTSUP;
import static dev.sluice.host.vm.WasiErrno.SUCCESS;

import java.util.stream.Stream;

/**
 * WASI's functions for files, directories and sockets, of which there are none but standard output and error; what each
 * answers is what proxy-wasm-cpp-host answers.
 */
final class WasiFileLinks {
  private static final int DESCRIPTOR_SIZE = 24;
  private static final byte WRITE_RIGHT = 1 << 6;

  private WasiFileLinks() {}

  static Stream<Link> of(String module) {
    return Stream.of(descriptors(module), paths(module), sockets(module)).flatMap(links -> links);
  }

  private static Stream<Link> descriptors(String module) {
    return Stream.of(
        WasiLinks.link(module, "fd_fdstat_get", "(ii)i", WasiFileLinks::state),
        onStandard(module, "fd_allocate", "(ill)i"),
        onStandard(module, "fd_datasync", "(i)i"),
        onStandard(module, "fd_sync", "(i)i"),
        onStandard(module, "fd_fdstat_set_rights", "(ill)i"),
        onStandard(module, "fd_filestat_set_size", "(il)i"),
        onStandard(module, "fd_filestat_set_times", "(illi)i"),
        WasiLinks.link(module, "fd_tell", "(ii)i",
            (guest, in) -> isStandard(in.i32(0)) ? WasiLinks.errno(guest.memory().writeLong(in.i32(1), 0)) : BADF),
        WasiLinks.link(module, "fd_renumber", "(ii)i",
            (guest, in) -> isStandard(in.i32(0)) && isStandard(in.i32(1)) ? NOTSUP : BADF),
        none(module, "fd_readdir", "(iiili)i", 4, EXIST),
        answering(module, "fd_advise", "(illi)i", SUCCESS),
        answering(module, "fd_fdstat_set_flags", "(ii)i", NOSYS),
        answering(module, "fd_filestat_get", "(ii)i", BADF),
        answering(module, "fd_pread", "(iiili)i", NOSYS),
        answering(module, "fd_prestat_get", "(ii)i", BADF),
        answering(module, "fd_prestat_dir_name", "(iii)i", NOSYS),
        answering(module, "fd_read", "(iiii)i", NOSYS).allowed(Availability.RUNNING),
        answering(module, "fd_seek", "(ilii)i", SUCCESS).allowed(Availability.RUNNING),
        answering(module, "fd_close", "(i)i", SUCCESS).allowed(Availability.RUNNING));
  }

  private static Stream<Link> paths(String module) {
    return Stream.of(
        answering(module, "path_open", "(iiiiillii)i", NOENT).allowed(Availability.RUNNING),
        none(module, "path_readlink", "(iiiiii)i", 5, NOTSUP),
        answering(module, "path_create_directory", "(iii)i", NOTSUP),
        answering(module, "path_filestat_get", "(iiiii)i", NOTSUP),
        answering(module, "path_filestat_set_times", "(iiiilli)i", NOTSUP),
        answering(module, "path_link", "(iiiiii)i", NOTSUP),
        answering(module, "path_remove_directory", "(iii)i", NOTSUP),
        answering(module, "path_rename", "(iiiiii)i", NOTSUP),
        answering(module, "path_symlink", "(iiii)i", NOTSUP),
        answering(module, "path_unlink_file", "(iii)i", NOTSUP));
  }

  private static Stream<Link> sockets(String module) {
    return Stream.of(
        WasiLinks.link(module, "sock_accept", "(iii)i",
            (guest, in) -> guest.memory().writeLong(in.i32(2), 0) ? NOTSUP : FAULT),
        WasiLinks.link(module, "sock_recv", "(iiiiii)i",
            (guest, in) -> guest.memory().writeInt(in.i32(4), 0) && guest.memory().writeShort(in.i32(5), 0)
                ? NOTSUP
                : FAULT),
        none(module, "sock_send", "(iiiii)i", 4, NOTSUP),
        answering(module, "sock_shutdown", "(ii)i", NOTSUP));
  }

  private static Link answering(String module, String name, String signature, int errno) {
    return WasiLinks.link(module, name, signature, (guest, in) -> errno);
  }

  /** Does nothing for standard output and error. */
  private static Link onStandard(String module, String name, String signature) {
    return WasiLinks.link(module, name, signature, (guest, in) -> isStandard(in.i32(0)) ? SUCCESS : BADF);
  }

  /** Tells a number of bytes, 0, at the place that an argument names, and fails. */
  private static Link none(String module, String name, String signature, int countAt, int errno) {
    return WasiLinks.link(module, name, signature,
        (guest, in) -> guest.memory().writeInt(in.i32(countAt), 0) ? errno : FAULT);
  }

  private static boolean isStandard(int descriptor) {
    return descriptor == 1 || descriptor == 2;
  }

  private static int state(GuestCalls guest, Link.Arguments in) {
    if (!isStandard(in.i32(0))) {
      return BADF;
    }
    byte[] state = new byte[DESCRIPTOR_SIZE];
    state[8] = WRITE_RIGHT;
    return WasiLinks.errno(guest.memory().write(in.i32(1), state));
  }
}
