package dev.sluice.plan;

import dev.sluice.abi.BufferType;
import dev.sluice.abi.MapType;
import dev.sluice.abi.StreamType;

/** Which part of a pipeline is planned or runs: decides what the words refer to. */
public abstract class Phase {
  Phase() {}

  /** {@code request} or {@code response}. */
  public abstract String name();

  /** The direction that goes on when a held stream is let go. */
  public abstract StreamType stream();

  /** The body that travels with the phase's headers. */
  abstract BufferType body();

  /** Refuses, while planning, a step that holds the stream: in a part where it cannot be held. */
  void holds(Planner planner) {}

  /** Refuses, while planning, what reads headers: where there are none. */
  void readsHeaders(Planner planner) {}

  /** Refuses, while planning, a step that changes the message: in a part where it has gone already. */
  void changes(Planner planner) {}

  /** Milliseconds after which it runs again, 0 where it does not. */
  int period() {
    return 0;
  }

  /** Whether there is an HTTP message, with headers. */
  public boolean hasMessage() {
    return true;
  }

  /** Whether the message can be changed still. */
  public boolean isOpen() {
    return hasMessage();
  }

  /** Has a run that holds what this phase is about asked again. */
  public void resume(Resumption engine, Run run) {
    engine.stream(run);
  }

  /** The engine, as far as it has runs go on. */
  public interface Resumption {
    /** A run that holds a stream or connection. */
    void stream(Run run);

    /** A run outside of streams. */
    void root(Run run);
  }

  /** Whether the phase's message is the request. */
  public boolean isRequest() {
    return false;
  }

  /** The header map that {@code header(..)} and {@code setHeader(..)} mean. */
  abstract MapType headers();

  /** A pseudo-header of the request: as it is now in a request part, as the client sent it after that. */
  abstract Reader requestAttribute(Planner planner, String pseudoHeader);

  /** Reads something of the request's headers: as they are now in a request part, as the client sent them after that. */
  Reader ofRequest(Planner planner, String key, RequestSource source) {
    return source.reader(planner);
  }

  /** The first value of a header of the response. */
  Reader responseHeader(Planner planner, String name) {
    throw planner.refused("there is no response yet: read responseHeader(..) in the response part");
  }

  /** The status of the response. */
  abstract Reader responseStatus(Planner planner);

  /** The status that answers input which a step refuses, where its author declared nothing else. */
  abstract int refusalStatus();

  /** Takes the reply and says where the program goes on. */
  abstract int reply(Run run, Reply reply, int pc);

  /** What is sent in the end. */
  abstract Reply completed(Run run, Reply reply);
}
