package dev.sluice.plan;

import dev.sluice.abi.HeadersStatus;

/** Holding streams in a program that waits for a body while headers are held. */
class BodySuspension extends Suspension {
  @Override
  public HeadersStatus parkAtHeaders(Run run) {
    HeadersStatus status = super.parkAtHeaders(run);
    return run.body().isComplete() ? status : HeadersStatus.STOP_ITERATION;
  }

  @Override
  public void demand(Demands demands) {
    demands.bodyWhileHeadersAreHeld();
  }
}
