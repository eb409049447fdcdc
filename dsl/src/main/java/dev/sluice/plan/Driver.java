package dev.sluice.plan;

/**
 * What a run asks of the engine that drives it. Each method needs callbacks of its own, and is reached only through ops
 * and classes that a plugin without such words never makes.
 */
public interface Driver {
  /** Keeps the run until what it waits for has come, its stream is gone or its time is over. */
  void park(Run run);

  /** Has this done after so many milliseconds, unless the alarm is cancelled by then, and the run's op asked again if it waits. */
  Alarm wake(Run run, Runnable then, int millis);

  /** Has the answer that comes with this token written into the slot, and the run's op asked again. */
  void expect(int token, Run run, Callout callout);

  /** Has the messages and the end that come with this token given to the call, and the run's op asked again at its end. */
  void expectGrpc(int token, Run run, GrpcCallout callout);

  /** Gives a gRPC stream up: nothing more comes with this token. */
  void giveUpGrpc(int token);

  /**
   * Has what is still to come go through this flow, behind those it goes through.
   *
   * @param in whether it comes from the client
   */
  void flow(Run run, Flow flow, boolean in);

  /** Has trailers of the run's message changed when its end comes, behind changes asked for before. */
  void trailers(Run run, TrailerEdit edit);

  /** A time limit that is running. */
  interface Alarm {
    void cancel();
  }
}
