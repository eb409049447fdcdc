package dev.sluice.plan;

/**
 * Holding streams in a program that waits for bodies and adds trailers. A host lets trailers be added in the callback alone
 * that brings the end of the message: where the stream is held then, they are made, empty, for the steps still to come.
 */
final class TrailerSuspension extends BodySuspension {
  @Override
  public void heldAtEnd(Run run) {
    run.body().makeTrailers();
  }
}
