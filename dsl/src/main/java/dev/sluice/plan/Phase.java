package dev.sluice.plan;

import dev.sluice.abi.MapType;

/** Which part of a pipeline is planned or runs: decides what the words refer to. */
public abstract class Phase {
  Phase() {}

  /** {@code request} or {@code response}. */
  public abstract String name();

  /** The header map that {@code header(..)} and {@code setHeader(..)} mean. */
  abstract MapType headers();

  /** An attribute of the request: a pseudo-header while the request is at hand, a property after that. */
  abstract Reader requestAttribute(Planner planner, String pseudoHeader, String property);

  /** The status of the response. */
  abstract Reader responseStatus(Planner planner);

  /** The status that answers input which a step refuses, where its author declared nothing else. */
  abstract int refusalStatus();

  /** Takes the reply and says where the program goes on. */
  abstract int reply(Run run, Reply reply, int pc);

  /** What is sent in the end. */
  abstract Reply completed(Run run, Reply reply);
}
