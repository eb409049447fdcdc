package dev.sluice.plan;

import dev.sluice.abi.BufferType;
import dev.sluice.abi.MapType;
import dev.sluice.abi.StreamType;

/** A moment of a stream at which a host shows nothing of its messages: metadata has come, or the stream is done. */
final class MomentPhase extends Phase {
  private final String name;
  private final StreamType stream;

  MomentPhase(String name, StreamType stream) {
    this.name = name;
    this.stream = stream;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public StreamType stream() {
    return stream;
  }

  @Override
  BufferType body() {
    return BufferType.HTTP_REQUEST_BODY;
  }

  private IllegalArgumentException nothingThere(Planner planner) {
    return planner
        .refused("no message can be read or changed in a " + name + " part: bind what it needs in a request or "
            + "response part");
  }

  @Override
  void changes(Planner planner) {
    throw nothingThere(planner);
  }

  @Override
  void readsHeaders(Planner planner) {
    throw nothingThere(planner);
  }

  @Override
  void holds(Planner planner) {
    throw planner.refused("nothing can be waited for in a " + name + " part");
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
  Reader requestAttribute(Planner planner, String pseudoHeader) {
    return new VariableReader(planner.scope().prelude().capture(pseudoHeader));
  }

  @Override
  Reader ofRequest(Planner planner, String key, RequestSource source) {
    return new VariableReader(planner.scope().prelude().capture(key, source));
  }

  @Override
  Reader responseHeader(Planner planner, String name) {
    throw nothingThere(planner);
  }

  @Override
  Reader responseStatus(Planner planner) {
    throw nothingThere(planner);
  }

  @Override
  int refusalStatus() {
    return 0;
  }

  /** What fails ends the run: nobody is answered here. */
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
