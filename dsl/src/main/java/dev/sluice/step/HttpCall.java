package dev.sluice.step;

import dev.sluice.abi.Decimal;
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
 * @param name by which {@code answer(name)} finds the answer
 * @param millis longest wait for each attempt
 * @param retries attempts after the first one that failed
 * @param serverErrors whether an answer with 500 or more is an answer like others
 * @param bodyLimit most bytes of the answer's body, where a step reads it
 * @param onFailure none for a reply with 503; steps that do not answer let the pipeline go on without an answer
 */
public record HttpCall(
    String name, Cluster cluster, CallRequest request, int millis, int retries, boolean serverErrors, int bodyLimit,
    List<Step> onFailure) implements Step {
  /** The name of a call that was given none. */
  public static final String UNNAMED = "call";

  private static final int DEFAULT_MILLIS = 5_000;
  private static final int DEFAULT_BODY_LIMIT = 1 << 20;
  private static final int MOST_RETRIES = 10;
  private static final int FAILED_STATUS = 503;

  public HttpCall {
    Check.given("call", "the name", name);
    Check.given("call", "the cluster", cluster);
    Check.given("call", "the request", request);
    onFailure = Lists.copy(Check.given("call", "the list of failure steps", onFailure));
    if (retries < 0 || retries > MOST_RETRIES) {
      throw new IllegalArgumentException("retry: " + Decimal.of(retries) + " times; give 0 to 10");
    }
    if (bodyLimit < 0) {
      throw new IllegalArgumentException("answerLimit: " + Decimal.of(bodyLimit) + " bytes; give 0 or more");
    }
  }

  /** A call with the limits that hold unless others are given: 5 seconds, no retry, 1 MiB of answer. */
  public static HttpCall of(Cluster cluster, CallRequest request) {
    return new HttpCall(UNNAMED, cluster, request, DEFAULT_MILLIS, 0, false, DEFAULT_BODY_LIMIT, Lists.none());
  }

  /** The same call under a name, for {@code answer(name)}. */
  public HttpCall as(String given) {
    return new HttpCall(given, cluster, request, millis, retries, serverErrors, bodyLimit, onFailure);
  }

  /** Waits at most so long, from one millisecond to an hour. */
  public HttpCall within(Duration time) {
    int longest = Check.millis("within", time);
    return new HttpCall(name, cluster, request, longest, retries, serverErrors, bodyLimit, onFailure);
  }

  /** Tries a failed call again, at most so often (0 to 10). */
  public HttpCall retry(int times) {
    return new HttpCall(name, cluster, request, millis, times, serverErrors, bodyLimit, onFailure);
  }

  /** Takes an answer with a status of 500 or more for an answer like others. */
  public HttpCall acceptServerErrors() {
    return new HttpCall(name, cluster, request, millis, retries, true, bodyLimit, onFailure);
  }

  /** The answer's body may have at most so many bytes. */
  public HttpCall answerLimit(int bytes) {
    return new HttpCall(name, cluster, request, millis, retries, serverErrors, bytes, onFailure);
  }

  /** What happens where the call fails. Unless one of the steps answers, the pipeline goes on without an answer. */
  public HttpCall onFailure(Step... steps) {
    List<Step> given = Check.some("onFailure", "step", steps);
    return new HttpCall(name, cluster, request, millis, retries, serverErrors, bodyLimit, given);
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
    SendCall send = planSend(planner);
    planAwait(planner, send);
  }

  /** For the planner: makes the call without waiting. */
  SendCall planSend(Planner planner) {
    Asked asked = planner.call(name);
    SendCall send = SendCall.plan(planner, this, asked);
    planner.emit(send);
    return send;
  }

  /** For the planner: waits for the answer of a call that has been made. */
  void planAwait(Planner planner, SendCall send) {
    planner.holds();
    Label end = new Label();
    Label failed = onFailure.isEmpty()
        ? planner.failure("failed", FAILED_STATUS, "sluice_call_failed")
        : planner.detour("failed", onFailure, end);
    planner.emit(new AwaitCall(send.slot(), retries, serverErrors, send, failed, describe()));
    planner.next(end);
  }
}
