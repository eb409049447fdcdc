package dev.sluice.plan;

import dev.sluice.abi.BufferType;
import dev.sluice.abi.MapType;
import dev.sluice.abi.StreamType;

/** A connection of its own (TCP): when it begins, when data comes, when it ends. */
final class ConnectionPhase extends Phase {
  static final String CONNECT = "connect";
  static final String DOWNSTREAM = "downstream";
  static final String UPSTREAM = "upstream";
  static final String CLOSE = "close";

  private final String name;
  private final StreamType stream;
  private final BufferType data;

  ConnectionPhase(String name, StreamType stream, BufferType data) {
    this.name = name;
    this.stream = stream;
    this.data = data;
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
    return data;
  }

  private static IllegalArgumentException noMessage(Planner planner) {
    return planner
        .refused("a connection has no HTTP message: headers and replies belong in request and response parts");
  }

  @Override
  void changes(Planner planner) {
    throw noMessage(planner);
  }

  @Override
  void readsHeaders(Planner planner) {
    throw noMessage(planner);
  }

  /** Data that comes during a hold would go on unseen once the hold is over: Envoy hands it on with what was held. */
  @Override
  void holds(Planner planner) {
    if (!name.equals(CONNECT)) {
      throw planner.refused("nothing can be waited for while data comes: wait in onConnect, before any data does");
    }
  }

  @Override
  Reader requestAttribute(Planner planner, String pseudoHeader) {
    throw noMessage(planner);
  }

  @Override
  Reader responseStatus(Planner planner) {
    throw noMessage(planner);
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

  /** What fails closes the connection: there is no other way to refuse it. */
  @Override
  int reply(Run run, Reply reply, int pc) {
    run.logFailure(reply);
    run.closeConnection();
    return Op.STOP;
  }

  @Override
  Reply completed(Run run, Reply reply) {
    return reply;
  }
}
