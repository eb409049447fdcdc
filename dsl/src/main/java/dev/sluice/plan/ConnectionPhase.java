package dev.sluice.plan;

import dev.sluice.abi.BufferType;
import dev.sluice.abi.StreamType;

/** A connection of its own (TCP): when it begins, when data comes, when it ends. */
final class ConnectionPhase extends ApartPhase {
  static final String CONNECT = "connect";
  static final String DOWNSTREAM = "downstream";
  static final String UPSTREAM = "upstream";
  static final String CLOSE = "close";

  private final StreamType stream;
  private final BufferType data;

  ConnectionPhase(String name, StreamType stream, BufferType data) {
    super(name);
    this.stream = stream;
    this.data = data;
  }

  @Override
  public StreamType stream() {
    return stream;
  }

  @Override
  BufferType body() {
    return data;
  }

  @Override
  IllegalArgumentException nothingThere(Planner planner) {
    return planner
        .refused("a connection has no HTTP message: headers and replies belong in request and response parts");
  }

  /** Data that comes during a hold would go on unseen once the hold is over: Envoy hands it on with what was held. */
  @Override
  void holds(Planner planner) {
    if (!name().equals(CONNECT)) {
      throw planner.refused("nothing can be waited for while data comes: wait in onConnect, before any data does");
    }
  }

  /** What fails closes the connection: there is no other way to refuse it. */
  @Override
  int reply(Run run, Reply reply, int pc) {
    int next = super.reply(run, reply, pc);
    run.closeConnection();
    return next;
  }
}
