package dev.sluice.step;

import dev.sluice.plan.AwaitCall;
import dev.sluice.plan.Check;
import dev.sluice.plan.Label;
import dev.sluice.plan.Lists;
import dev.sluice.plan.Planner;
import dev.sluice.value.GrpcAnswer;
import dev.sluice.value.TextValue;
import java.time.Duration;
import java.util.List;

/**
 * Sends one message to a gRPC service and waits for the one that answers it, at most so long. A call fails where the proxy
 * does not know the cluster, the service cannot be reached or is too slow, its answer is above the limit, or, unless asked
 * otherwise, it ends with another status than OK. Then its failure steps run, by default a reply with 503; they can read
 * the status. Messages are bytes: {@code protobuf()} writes them, {@link TextValue#protobuf} reads them.
 *
 * <pre>{@code
 * grpcCall(cluster("users"), "acme.Users/Find", protobuf().string(1, header("x-user")))
 *     .within(Duration.ofMillis(200)),
 * setHeader("x-role", grpcAnswer().message().protobuf(3))
 * }</pre>
 *
 * @param name by which {@code grpcAnswer(name)} finds the answer
 * @param message an absent one is an empty one
 * @param onFailure none for a reply with 503; steps that do not answer let the pipeline go on without an answer
 */
public record GrpcCall(
    String name, GrpcTarget target, TextValue message, CallLimits limits, List<Step> onFailure)
    implements
    Step {
  public GrpcCall {
    Check.given("grpcCall", "the name", name);
    Check.given("grpcCall", "what is called", target);
    Check.given("grpcCall", "the message", message);
    Check.given("grpcCall", "the limits", limits);
    onFailure = Lists.copy(Check.given("grpcCall", "the list of failure steps", onFailure));
  }

  /** A call with the limits that hold unless others are given, see {@link CallLimits#STANDARD}. */
  public static GrpcCall of(Cluster cluster, String method, TextValue message) {
    return new GrpcCall(
        GrpcAnswer.UNNAMED, GrpcTarget.of(cluster, method), message, CallLimits.STANDARD, Lists.none());
  }

  private GrpcCall with(CallLimits others) {
    return new GrpcCall(name, target, message, others, onFailure);
  }

  /** The same call under a name, for {@code grpcAnswer(name)}. */
  public GrpcCall as(String given) {
    return new GrpcCall(given, target, message, limits, onFailure);
  }

  /** The same call with this sent ahead of the message. */
  public GrpcCall metadata(String field, String value) {
    return new GrpcCall(name, target.metadata(field, value), message, limits, onFailure);
  }

  /** The same call with this sent ahead of the message, where it is not absent. */
  public GrpcCall metadata(String field, TextValue value) {
    return new GrpcCall(name, target.metadata(field, value), message, limits, onFailure);
  }

  /** Waits at most so long, from one millisecond to an hour. */
  public GrpcCall within(Duration time) {
    return with(limits.within(time));
  }

  /** Tries a failed call again, at most so often (0 to 10). */
  public GrpcCall retry(int times) {
    return with(limits.retry(times));
  }

  /** Waits so long (1 ms to 1 min) before a failed call is tried again, each time twice as long as before, 1 min at most. */
  public GrpcCall backoff(Duration first) {
    return with(limits.backoff(first));
  }

  /** Takes the end of a call with another status than OK for an answer like others. */
  public GrpcCall acceptErrors() {
    return with(limits.acceptErrors());
  }

  /** The answer may have at most so many bytes. */
  public GrpcCall answerLimit(int bytes) {
    return with(limits.answerLimit(bytes));
  }

  /** What happens where the call fails. Unless one of the steps answers, the pipeline goes on without an answer. */
  public GrpcCall onFailure(Step... steps) {
    return new GrpcCall(name, target, message, limits, Check.some("onFailure", "step", steps));
  }

  @Override
  public String word() {
    return "grpcCall";
  }

  @Override
  public String describe() {
    return "gRPC call " + target.describe() + " with " + message.describe()
        + (name.equals(GrpcAnswer.UNNAMED) ? "" : " as \"" + name + "\"");
  }

  @Override
  public void plan(Planner planner) {
    GrpcCaller caller = GrpcCaller.plan(planner, target, limits, planner.grpc(name)).unary(message.reader(planner));
    planner.holds();
    Label end = new Label();
    planner.emit(new GrpcCaller.Begin(caller));
    planner.emit(
        new AwaitCall(caller, Failures.plan(planner, onFailure, "sluice_call_failed", end), describe()));
    planner.next(end);
  }
}
