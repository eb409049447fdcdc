package dev.sluice.plan;

/** How a call is made, and made again where it fails. */
public abstract class Caller {
  /** How a call stands. */
  public enum State {
    PENDING, GOOD, FAILED
  }

  private final int retries;
  private final Pause pause;

  /**
   * Makes it.
   *
   * @param retries attempts after the first one that failed
   * @param pause before each of these, null for none
   */
  protected Caller(int retries, Pause pause) {
    this.retries = retries;
    this.pause = pause;
  }

  /** Makes the call once more. */
  public abstract void send(Run run);

  /** The call of this stream. */
  protected abstract Call call(Run run);

  /** Whether a call that is over was answered as it must be. */
  protected abstract boolean isGood(Call call);

  /** How the call stands now; makes it again where it has failed and may. */
  final State poll(Run run) {
    Call call = call(run);
    while (!call.isPending()) {
      if (isGood(call)) {
        return State.GOOD;
      }
      if (call.attempts() > retries) {
        call.fail();
        return State.FAILED;
      }
      if (pause == null || call.hasRested()) {
        send(run);
      } else {
        pause.rest(run, call);
      }
    }
    return State.PENDING;
  }
}
