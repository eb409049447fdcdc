package dev.sluice.step;

import dev.sluice.abi.Decimal;
import dev.sluice.plan.AfterCall;
import dev.sluice.plan.Asked;
import dev.sluice.plan.AwaitAll;
import dev.sluice.plan.Caller;
import dev.sluice.plan.Check;
import dev.sluice.plan.Label;
import dev.sluice.plan.Lists;
import dev.sluice.plan.Planner;
import java.util.List;

/**
 * Asks several services at once and waits for all their answers: as long as the slowest takes, not as long as all together.
 * Each call fails for itself. Those with failure steps of their own have them run when all calls are over, in the order of
 * the calls; one without ends the waiting at once with a reply of 503.
 *
 * <pre>{@code
 * all(
 *     call(cluster("users"), get("/me")).as("user"),
 *     call(cluster("prices"), get("/today")).as("prices").onFailure(log(LogLevel.WARN, "no prices"))),
 * setHeader("x-user", answer("user").body())
 * }</pre>
 */
public record AllCalls(List<HttpCall> calls) implements Step {
  static final int MOST_CALLS = 16;

  public AllCalls {
    calls = Lists.copy(Check.given("all", "the list of calls", calls));
    if (calls.isEmpty() || calls.size() > MOST_CALLS) {
      throw new IllegalArgumentException("all: " + Decimal.of(calls.size()) + " calls; give 1 to 16");
    }
    for (int i = 0; i < calls.size(); i++) {
      for (int k = 0; k < i; k++) {
        if (calls.get(k).name().equals(calls.get(i).name())) {
          throw new IllegalArgumentException(
              "all: two calls are named \"" + calls.get(i).name() + "\"; give each a name of its own with as(..)");
        }
      }
    }
  }

  @Override
  public String word() {
    return "all";
  }

  @Override
  public String describe() {
    return "all of " + describe(calls);
  }

  static String describe(List<HttpCall> calls) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < calls.size(); i++) {
      text.append(i == 0 ? "" : "; ").append(calls.get(i).describe());
    }
    return text.toString();
  }

  @Override
  public void plan(Planner planner) {
    int count = calls.size();
    Caller[] callers = new Caller[count];
    Label[] failed = new Label[count];
    int[] outcomes = new int[count];
    String[] words = new String[count];
    for (int i = 0; i < count; i++) {
      HttpCall call = calls.get(i);
      Asked asked = planner.call(call.name());
      HttpCaller caller = HttpCaller.plan(planner, call, asked.slot(), asked);
      planner.emit(new SendCall(caller));
      callers[i] = caller;
      words[i] = call.describe();
      outcomes[i] = -1;
      if (call.onFailure().isEmpty()) {
        failed[i] = Failures.plan(planner, call.onFailure(), "sluice_call_failed", null);
      } else {
        outcomes[i] = planner.note();
      }
    }
    planner.holds();
    planner.emit(new AwaitAll(callers, failed, outcomes, words));
    // What is planned next comes before what was to be next until then.
    for (int i = count - 1; i >= 0; i--) {
      if (failed[i] == null) {
        int at = i;
        planner.next(own -> {
          Label next = new Label();
          Label branch = Failures.plan(own, calls.get(at).onFailure(), "", next);
          own.emit(new AfterCall(outcomes[at], branch, words[at]));
          own.next(next);
        });
      }
    }
  }
}
