package dev.sluice.plan;

import dev.sluice.abi.BufferType;
import dev.sluice.abi.StreamType;

/** A moment of a stream at which a host shows nothing of its messages: metadata has come, or the stream is done. */
final class MomentPhase extends ApartPhase {
  private final StreamType stream;

  MomentPhase(String name, StreamType stream) {
    super(name);
    this.stream = stream;
  }

  @Override
  public StreamType stream() {
    return stream;
  }

  @Override
  BufferType body() {
    return BufferType.HTTP_REQUEST_BODY;
  }

  @Override
  IllegalArgumentException nothingThere(Planner planner) {
    return planner
        .refused("no message can be read or changed in a " + name() + " part: bind what it needs in a request or "
            + "response part");
  }

  @Override
  void holds(Planner planner) {
    throw planner.refused("nothing can be waited for in a " + name() + " part");
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
}
