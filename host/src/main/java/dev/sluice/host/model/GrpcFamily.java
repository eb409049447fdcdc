package dev.sluice.host.model;

import dev.sluice.abi.GrpcStatus;
import dev.sluice.abi.Status;
import dev.sluice.abi.call.GrpcCalls;

/** How calls of the plugin ended. */
public final class GrpcFamily implements GrpcCalls {
  private static final String STATUS = "proxy_get_status";

  private final CurrentContext current;

  GrpcFamily(CurrentContext current) {
    this.current = current;
  }

  /**
   * {@inheritDoc} After a failed HTTP call the code is that of {@link Status#BROKEN_CONNECTION}, as in Envoy; a call that
   * ends well leaves the code as it is.
   */
  @Override
  public GrpcStatus status() {
    GrpcStatus status = current.require(STATUS).root().callStatus().get();
    current.called(STATUS, Status.OK);
    return status;
  }
}
