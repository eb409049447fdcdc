package dev.sluice.step;

import dev.sluice.plan.Check;
import dev.sluice.plan.Op;
import dev.sluice.plan.Planner;
import dev.sluice.plan.Run;
import dev.sluice.plan.Way;
import java.time.Duration;
import java.util.List;

/**
 * Holds the stream for so long before it goes on, from one millisecond to an hour.
 *
 * <pre>{@code when(ref("tries").asLong().greaterThan(3)).then(delay(Duration.ofSeconds(1)), respond(401))}</pre>
 */
public record Delay(int millis) implements Step {

  /** So long. */
  public static Delay of(Duration time) {
    return new Delay(Check.millis("delay", time));
  }

  @Override
  public String word() {
    return "delay";
  }

  @Override
  public String describe() {
    return "delay " + millis + " ms";
  }

  @Override
  public void plan(Planner planner) {
    planner.holdsForTime();
    planner.emit(new Wait(millis));
  }

  private static final class Wait extends Op {
    private final int millis;

    Wait(int millis) {
      this.millis = millis;
    }

    @Override
    public int run(Run run, int pc) {
      if (!run.isAskedAgain()) {
        return run.holdFor(millis);
      }
      return run.isLate() ? run.goOn(pc + 1) : HOLD;
    }

    @Override
    public List<Way> ways() {
      return List.of(Way.onward(millis + " ms are over"));
    }
  }
}
