package dev.sluice.host.model;

import dev.sluice.abi.Status;

/** The plugin may not make a hostcall, or the host lacks it. Never leaves the host. */
final class RefusedHostcallException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Status status;

  /** @param status what the hostcall answers */
  RefusedHostcallException(Status status) {
    super(status.name(), null, false, false);
    this.status = status;
  }

  Status status() {
    return status;
  }
}
