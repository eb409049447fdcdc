package dev.sluice.step;

import dev.sluice.abi.Decimal;
import dev.sluice.plan.Check;
import dev.sluice.plan.Pause;
import io.vavr.control.Option;
import java.time.Duration;

/**
 * What bounds a call.
 *
 * @param millis longest wait for each attempt
 * @param retries attempts after the first one that failed
 * @param pause before each of these
 * @param errors whether an answer that tells of an error is an answer like others
 * @param bytes most bytes of the answer, where a step reads it
 */
public record CallLimits(int millis, int retries, Option<Pause> pause, boolean errors, int bytes) {
  /** 5 seconds, no retry, 1 MiB of answer. */
  public static final CallLimits STANDARD = new CallLimits(5_000, 0, Option.none(), false, 1 << 20);

  private static final int MOST_RETRIES = 10;
  private static final int LONGEST_PAUSE = 60_000;

  public CallLimits {
    Check.given("call", "the pause", pause);
    if (retries < 0 || retries > MOST_RETRIES) {
      throw new IllegalArgumentException("retry: " + Decimal.of(retries) + " times; give 0 to 10");
    }
    if (bytes < 0) {
      throw new IllegalArgumentException("answerLimit: " + Decimal.of(bytes) + " bytes; give 0 or more");
    }
  }

  CallLimits within(Duration time) {
    return new CallLimits(Check.millis("within", time), retries, pause, errors, bytes);
  }

  CallLimits retry(int times) {
    return new CallLimits(millis, times, pause, errors, bytes);
  }

  CallLimits backoff(Duration first) {
    int pauseMillis = Math.min(Check.millis("backoff", first), LONGEST_PAUSE);
    return new CallLimits(millis, retries, Option.some(new Backoff(pauseMillis, LONGEST_PAUSE)), errors, bytes);
  }

  CallLimits acceptErrors() {
    return new CallLimits(millis, retries, pause, true, bytes);
  }

  CallLimits answerLimit(int most) {
    return new CallLimits(millis, retries, pause, errors, most);
  }

  /** The pause before a retry, null for none. */
  Pause pauseOrNull() {
    return pause.isDefined() ? pause.get() : null;
  }
}
