package dev.sluice.step;

import dev.sluice.plan.Asked;
import dev.sluice.plan.AwaitCall;
import dev.sluice.plan.Check;
import dev.sluice.plan.Label;
import dev.sluice.plan.Lists;
import dev.sluice.plan.Planner;
import java.time.Duration;
import java.util.List;

/**
 * Asks another service and waits for its answer, at most so long. A call fails where the proxy does not know the
 * cluster, the service cannot be reached, breaks off or is too slow, its answer's body is above the limit, or, unless
 * asked otherwise, its status is 500 or more (which is also how a proxy says that a service is not there). Then its
 * failure steps run, by default a reply with 503.
 *
 * <pre>{@code
 * call(cluster("auth"), get("/check").header("authorization", header("authorization")))
 *     .within(Duration.ofMillis(200)).retry(2).backoff(Duration.ofMillis(50)),
 * when(answer().status().isNot(200)).respond(401)
 * }</pre>
 *
 * @param name by which {@code answer(name)} finds the answer
 * @param onFailure none for a reply with 503; steps that do not answer let the pipeline go on without an answer
 */
public record HttpCall(
    String name, Cluster cluster, CallRequest request, CallLimits limits, List<Step> onFailure)
    implements
    Step {
  /** The name of a call that was given none. */
  public static final String UNNAMED = "call";

  public HttpCall {
    Check.given("call", "the name", name);
    Check.given("call", "the cluster", cluster);
    Check.given("call", "the request", request);
    Check.given("call", "the limits", limits);
    onFailure = Lists.copy(Check.given("call", "the list of failure steps", onFailure));
  }

  /** A call with the limits that hold unless others are given, see {@link CallLimits#STANDARD}. */
  public static HttpCall of(Cluster cluster, CallRequest request) {
    return new HttpCall(UNNAMED, cluster, request, CallLimits.STANDARD, Lists.none());
  }

  private HttpCall with(CallLimits others) {
    return new HttpCall(name, cluster, request, others, onFailure);
  }

  /** The same call under a name, for {@code answer(name)}. */
  public HttpCall as(String given) {
    return new HttpCall(given, cluster, request, limits, onFailure);
  }

  /** Waits at most so long, from one millisecond to an hour. */
  public HttpCall within(Duration time) {
    return with(limits.within(time));
  }

  /** Tries a failed call again, at most so often (0 to 10). */
  public HttpCall retry(int times) {
    return with(limits.retry(times));
  }

  /** Waits so long (1 ms to 1 min) before a failed call is tried again, each time twice as long as before, 1 min at most. */
  public HttpCall backoff(Duration first) {
    return with(limits.backoff(first));
  }

  /** Takes an answer with a status of 500 or more for an answer like others. */
  public HttpCall acceptServerErrors() {
    return with(limits.acceptErrors());
  }

  /** The answer's body may have at most so many bytes. */
  public HttpCall answerLimit(int bytes) {
    return with(limits.answerLimit(bytes));
  }

  /** What happens where the call fails. Unless one of the steps answers, the pipeline goes on without an answer. */
  public HttpCall onFailure(Step... steps) {
    return new HttpCall(name, cluster, request, limits, Check.some("onFailure", "step", steps));
  }

  @Override
  public String word() {
    return "call";
  }

  @Override
  public String describe() {
    return "call " + cluster.name() + ": " + request.method() + " " + request.path().describe()
        + (name.equals(UNNAMED) ? "" : " as \"" + name + "\"");
  }

  @Override
  public void plan(Planner planner) {
    Asked asked = planner.call(name);
    HttpCaller caller = HttpCaller.plan(planner, this, asked.slot(), asked);
    planner.emit(new SendCall(caller));
    planner.holds();
    Label end = new Label();
    planner.emit(
        new AwaitCall(caller, Failures.plan(planner, onFailure, "sluice_call_failed", end), describe()));
    planner.next(end);
  }
}
