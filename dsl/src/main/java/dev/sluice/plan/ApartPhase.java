package dev.sluice.plan;

import dev.sluice.abi.MapType;

/** A phase without an HTTP message of its own: a connection, what runs outside of streams, moments beside messages. */
abstract class ApartPhase extends Phase {
  private final String name;

  ApartPhase(String name) {
    this.name = name;
  }

  @Override
  public final String name() {
    return name;
  }

  /** A refusal of what needs a message, saying where such steps belong. */
  abstract IllegalArgumentException nothingThere(Planner planner);

  @Override
  final void changes(Planner planner) {
    throw nothingThere(planner);
  }

  @Override
  final void readsHeaders(Planner planner) {
    throw nothingThere(planner);
  }

  @Override
  Reader requestAttribute(Planner planner, String pseudoHeader) {
    throw nothingThere(planner);
  }

  @Override
  final Reader responseStatus(Planner planner) {
    throw nothingThere(planner);
  }

  @Override
  public final boolean hasMessage() {
    return false;
  }

  @Override
  final MapType headers() {
    return MapType.REQUEST_HEADERS;
  }

  @Override
  final int refusalStatus() {
    return 0;
  }

  /** What fails ends the run: nobody is answered here. */
  @Override
  int reply(Run run, Reply reply, int pc) {
    run.logFailure(reply);
    return Op.STOP;
  }

  @Override
  final Reply completed(Run run, Reply reply) {
    return reply;
  }
}
