package dev.sluice.plan;

import dev.sluice.abi.BufferType;
import dev.sluice.abi.MapType;
import dev.sluice.abi.StreamType;

/** Outside of any stream: at start, at intervals, for messages of queues. */
final class RootPhase extends Phase {
  private final String name;
  private final int period;

  RootPhase(String name, int period) {
    this.name = name;
    this.period = period;
  }

  @Override
  int period() {
    return period;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public void resume(Resumption engine, Run run) {
    engine.root(run);
  }

  private static IllegalArgumentException noStream(Planner planner) {
    return planner.refused("there is no stream here: headers, bodies and replies belong in request and response parts");
  }

  @Override
  void changes(Planner planner) {
    throw noStream(planner);
  }

  @Override
  void readsHeaders(Planner planner) {
    throw noStream(planner);
  }

  @Override
  Reader requestAttribute(Planner planner, String pseudoHeader) {
    throw noStream(planner);
  }

  @Override
  Reader responseStatus(Planner planner) {
    throw noStream(planner);
  }

  @Override
  public StreamType stream() {
    return StreamType.DOWNSTREAM;
  }

  @Override
  BufferType body() {
    return BufferType.CALL_DATA;
  }

  @Override
  public boolean hasMessage() {
    return false;
  }

  @Override
  MapType headers() {
    return MapType.REQUEST_HEADERS;
  }

  @Override
  int refusalStatus() {
    return 0;
  }

  /** What fails ends the run: there is nobody to answer. */
  @Override
  int reply(Run run, Reply reply, int pc) {
    run.logFailure(reply);
    return Op.STOP;
  }

  @Override
  Reply completed(Run run, Reply reply) {
    return reply;
  }
}
