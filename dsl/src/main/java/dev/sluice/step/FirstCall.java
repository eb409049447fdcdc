package dev.sluice.step;

import dev.sluice.abi.Decimal;
import dev.sluice.plan.Asked;
import dev.sluice.plan.AwaitFirst;
import dev.sluice.plan.Caller;
import dev.sluice.plan.Check;
import dev.sluice.plan.Label;
import dev.sluice.plan.Lists;
import dev.sluice.plan.Planner;
import java.util.List;

/**
 * Asks several services at once and goes on with the first good answer; those that come later are dropped. Each call is
 * tried again as it says; its own name and failure steps have no part in this. Where all have failed, the step's failure
 * steps run, by default a reply with 503.
 *
 * <pre>{@code
 * first(
 *     call(cluster("near"), get("/price")).within(Duration.ofMillis(50)),
 *     call(cluster("far"), get("/price"))).as("price"),
 * setHeader("x-price", answer("price").body())
 * }</pre>
 *
 * @param name by which {@code answer(name)} finds the answer
 * @param onFailure none for a reply with 503
 */
public record FirstCall(String name, List<HttpCall> calls, List<Step> onFailure) implements Step {
  public FirstCall {
    Check.given("first", "the name", name);
    calls = Lists.copy(Check.given("first", "the list of calls", calls));
    onFailure = Lists.copy(Check.given("first", "the list of failure steps", onFailure));
    if (calls.isEmpty() || calls.size() > AllCalls.MOST_CALLS) {
      throw new IllegalArgumentException("first: " + Decimal.of(calls.size()) + " calls; give 1 to 16");
    }
  }

  /** The same under a name, for {@code answer(name)}. */
  public FirstCall as(String given) {
    return new FirstCall(given, calls, onFailure);
  }

  /** What happens where all calls fail. Unless one of the steps answers, the pipeline goes on without an answer. */
  public FirstCall onFailure(Step... steps) {
    return new FirstCall(name, calls, Check.some("onFailure", "step", steps));
  }

  @Override
  public String word() {
    return "first";
  }

  @Override
  public String describe() {
    return "first of " + AllCalls.describe(calls) + (name.equals(HttpCall.UNNAMED) ? "" : " as \"" + name + "\"");
  }

  @Override
  public void plan(Planner planner) {
    Asked asked = planner.call(name);
    Caller[] callers = new Caller[calls.size()];
    int[] slots = new int[callers.length];
    for (int i = 0; i < callers.length; i++) {
      // A name that no author can give, so that only the winner is found by one.
      slots[i] = planner.call("\0" + name + Decimal.of(i)).slot();
      HttpCaller caller = HttpCaller.plan(planner, calls.get(i), slots[i], asked);
      planner.emit(new SendCall(caller));
      callers[i] = caller;
    }
    planner.holds();
    Label end = new Label();
    Label failed = Failures.plan(planner, onFailure, "sluice_call_failed", end);
    planner.emit(new AwaitFirst(callers, slots, asked.slot(), failed, AllCalls.describe(calls)));
    planner.next(end);
  }
}
