package dev.sluice.plan;

import dev.sluice.abi.BufferType;
import dev.sluice.abi.MapType;
import dev.sluice.abi.StreamType;

/** The way in. */
final class RequestPhase extends Phase {
  @Override
  public String name() {
    return "request";
  }

  @Override
  public boolean isRequest() {
    return true;
  }

  @Override
  public StreamType stream() {
    return StreamType.HTTP_REQUEST;
  }

  @Override
  BufferType body() {
    return BufferType.HTTP_REQUEST_BODY;
  }

  @Override
  MapType headers() {
    return MapType.REQUEST_HEADERS;
  }

  @Override
  Reader requestAttribute(Planner planner, String pseudoHeader) {
    return planner.header(pseudoHeader);
  }

  @Override
  Reader responseStatus(Planner planner) {
    throw planner.refused("there is no response status yet: read status() in the response part");
  }

  @Override
  int refusalStatus() {
    return 400;
  }

  @Override
  int reply(Run run, Reply reply, int pc) {
    run.pending(reply);
    return Op.STOP;
  }

  @Override
  Reply completed(Run run, Reply reply) {
    return reply;
  }
}
