package dev.sluice.step;

import dev.sluice.plan.Call;
import dev.sluice.plan.Pause;
import dev.sluice.plan.Run;

/**
 * Rests longer each time: so long before the first attempt after one that failed, twice as long before the next, and so on.
 *
 * @param millis the first pause
 * @param longest the longest one
 */
record Backoff(int millis, int longest) implements Pause {
  private static final int MOST_DOUBLINGS = 16;

  @Override
  public void rest(Run run, Call call) {
    long pause = (long) millis << Math.min(call.attempts() - 1, MOST_DOUBLINGS);
    call.rests();
    run.wake(call::rested, (int) Math.min(pause, longest));
  }
}
