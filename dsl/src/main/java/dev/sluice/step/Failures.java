package dev.sluice.step;

import dev.sluice.plan.Label;
import dev.sluice.plan.Planner;
import java.util.List;

/** The failure branches of steps. */
final class Failures {
  private static final int STATUS = 503;

  private Failures() {}

  /**
   * Plans the author's steps, or a reply with 503 where there are none.
   *
   * @param details what the proxy's access log shows as the reason of that reply
   * @param back where the program goes on behind steps that do not answer
   */
  static Label plan(Planner planner, List<Step> steps, String details, Label back) {
    return steps.isEmpty() ? planner.failure("failed", STATUS, details) : planner.detour("failed", steps, back);
  }
}
