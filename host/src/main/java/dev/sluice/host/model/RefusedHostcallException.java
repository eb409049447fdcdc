package dev.sluice.host.model;

/** The plugin may not make this hostcall. Never leaves the host. */
final class RefusedHostcallException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  RefusedHostcallException(String hostcall) {
    super(hostcall, null, false, false);
  }
}
