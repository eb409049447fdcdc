package dev.sluice.step;

import dev.sluice.plan.CallForeign;
import dev.sluice.plan.Check;
import dev.sluice.plan.Label;
import dev.sluice.plan.Lists;
import dev.sluice.plan.Planner;
import java.util.List;

/**
 * Has the proxy choose the route anew, by the request as it is now: without it a changed path, method, authority or
 * header may still go where the old one belonged (Envoy clears its route cache on its own only before 1.33). The
 * foreign function {@code clear_route_cache}, which Envoy has. Where the proxy lacks or forbids it, its failure steps
 * run, by default a reply with 503.
 *
 * <pre>{@code
 * setPath("/canary"), reroute()
 * setHeader("x-version", "2"), reroute().onFailure(log(LogLevel.WARN, "not rerouted"))
 * }</pre>
 *
 * @param onFailure none for a reply with 503; steps that do not answer let the pipeline go on with the old route
 */
public record Reroute(List<Step> onFailure) implements Step {
  public Reroute {
    onFailure = Lists.copy(Check.given("reroute", "the list of failure steps", onFailure));
  }

  /** What happens where the proxy cannot do it. Unless one of the steps answers, the pipeline goes on. */
  public Reroute onFailure(Step... steps) {
    return new Reroute(Check.some("onFailure", "step", steps));
  }

  @Override
  public String word() {
    return "reroute";
  }

  @Override
  public String describe() {
    return "reroute";
  }

  @Override
  public void plan(Planner planner) {
    planner.only("request", "reroute");
    Label end = new Label();
    Label failed = Failures.plan(planner, onFailure, "sluice_not_rerouted", end);
    planner.emit(new CallForeign("clear_route_cache", null, CallForeign.NOWHERE, failed));
    planner.next(end);
  }
}
