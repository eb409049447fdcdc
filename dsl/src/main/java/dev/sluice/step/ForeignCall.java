package dev.sluice.step;

import dev.sluice.plan.CallForeign;
import dev.sluice.plan.Check;
import dev.sluice.plan.Label;
import dev.sluice.plan.Lists;
import dev.sluice.plan.Planner;
import dev.sluice.value.TextValue;
import io.vavr.control.Option;
import java.util.List;

/**
 * Calls a function that the proxy offers beyond the ABI ({@code proxy_call_foreign_function}) and waits for nothing: such
 * functions answer at once. Where the proxy lacks or forbids it, or it fails, its failure steps run, by default a reply
 * with 503.
 *
 * <pre>{@code
 * callForeign("compress", requestBody()).as("compressed")
 * }</pre>
 *
 * @param argument absent for none
 * @param as the name that is bound to what the function gives, none for no name
 * @param onFailure none for a reply with 503; the name is bound to an absent value then
 */
public record ForeignCall(String function, TextValue argument, Option<String> as, List<Step> onFailure)
    implements
    Step {
  public ForeignCall {
    Check.filled("callForeign", "the name of the function", function);
    Check.given("callForeign", "the argument", argument);
    Check.given("callForeign", "the name of the result", as);
    onFailure = Lists.copy(Check.given("callForeign", "the list of failure steps", onFailure));
  }

  /** The same call, with what it gives bound to a name. */
  public ForeignCall as(String name) {
    return new ForeignCall(function, argument, Option.some(Check.filled("as", "the name", name)), onFailure);
  }

  /** What happens where it fails. Unless one of the steps answers, the pipeline goes on. */
  public ForeignCall onFailure(Step... steps) {
    return new ForeignCall(function, argument, as, Check.some("onFailure", "step", steps));
  }

  @Override
  public String word() {
    return "callForeign";
  }

  @Override
  public String describe() {
    return "call foreign function " + function + " with " + argument.describe()
        + (as.isDefined() ? " as \"" + as.get() + "\"" : "");
  }

  @Override
  public void plan(Planner planner) {
    Label end = new Label();
    Label failed = Failures.plan(planner, onFailure, "sluice_foreign_call_failed", end);
    int slot = as.isDefined() ? planner.bind(as.get()) : CallForeign.NOWHERE;
    planner.emit(new CallForeign(function, argument.reader(planner), slot, failed));
    planner.next(end);
  }
}
