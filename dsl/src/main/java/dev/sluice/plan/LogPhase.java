package dev.sluice.plan;

import dev.sluice.abi.BufferType;
import dev.sluice.abi.Bytes;
import dev.sluice.abi.MapType;
import dev.sluice.abi.StreamType;

/** After the stream: both messages can still be read, nothing can be changed. */
final class LogPhase extends Phase {
  @Override
  public String name() {
    return "log";
  }

  @Override
  public StreamType stream() {
    return StreamType.HTTP_RESPONSE;
  }

  @Override
  BufferType body() {
    return BufferType.HTTP_RESPONSE_BODY;
  }

  @Override
  void changes(Planner planner) {
    throw planner.refused("the stream is over when its log is written: change it in a request or response part");
  }

  @Override
  void holds(Planner planner) {
    throw planner.refused("the stream is over when its log is written: nothing can be waited for");
  }

  @Override
  public boolean isOpen() {
    return false;
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
  Reader responseHeader(Planner planner, String name) {
    return new MapReader(MapType.RESPONSE_HEADERS, Bytes.constant(name));
  }

  @Override
  Reader responseStatus(Planner planner) {
    return new MapReader(MapType.RESPONSE_HEADERS, Bytes.constant(":status"));
  }

  @Override
  int refusalStatus() {
    return 0;
  }

  /** Input that a step refuses ends the log part: there is nobody left to answer. */
  @Override
  int reply(Run run, Reply reply, int pc) {
    return Op.STOP;
  }

  @Override
  Reply completed(Run run, Reply reply) {
    return reply;
  }
}
