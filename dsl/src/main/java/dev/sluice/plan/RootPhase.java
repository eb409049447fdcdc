package dev.sluice.plan;

import dev.sluice.abi.BufferType;
import dev.sluice.abi.StreamType;

/** Outside of any stream: at start, at intervals, for messages of queues. */
final class RootPhase extends ApartPhase {
  private final int period;

  RootPhase(String name, int period) {
    super(name);
    this.period = period;
  }

  @Override
  int period() {
    return period;
  }

  @Override
  public void resume(Resumption engine, Run run) {
    engine.root(run);
  }

  @Override
  IllegalArgumentException nothingThere(Planner planner) {
    return planner.refused("there is no stream here: headers, bodies and replies belong in request and response parts");
  }

  @Override
  public StreamType stream() {
    return StreamType.DOWNSTREAM;
  }

  @Override
  BufferType body() {
    return BufferType.CALL_DATA;
  }
}
