package dev.sluice.step;

import dev.sluice.abi.Decimal;
import dev.sluice.plan.AwaitCall;
import dev.sluice.plan.Check;
import dev.sluice.plan.Label;
import dev.sluice.plan.Lists;
import dev.sluice.plan.Planner;
import dev.sluice.plan.Reader;
import dev.sluice.value.GrpcAnswer;
import dev.sluice.value.TextValue;
import java.time.Duration;
import java.util.List;

/**
 * Sends messages to a gRPC service on a stream and collects those that come back: until the service ends the stream or so
 * many are there, at most so long. What fails a {@link GrpcCall} fails this, and so does a stream that does not end in time.
 *
 * <pre>{@code
 * grpcStream(cluster("search"), "acme.Search/Find").send(protobuf().string(1, query("q"))).collect(10),
 * respond(200, grpcAnswer().messages().join("\n"))
 * }</pre>
 *
 * @param name by which {@code grpcAnswer(name)} finds the messages
 * @param messages that are sent; those that are absent are not
 * @param most messages that are collected, 1 to 1000
 * @param onFailure none for a reply with 503; steps that do not answer let the pipeline go on without messages
 */
public record GrpcStream(
    String name, GrpcTarget target, List<TextValue> messages, int most, CallLimits limits, List<Step> onFailure)
    implements
    Step {
  private static final int DEFAULT_MOST = 100;
  private static final int HIGHEST_MOST = 1000;

  public GrpcStream {
    Check.given("grpcStream", "the name", name);
    Check.given("grpcStream", "what is called", target);
    messages = Lists.copy(Check.given("grpcStream", "the list of messages", messages));
    Check.given("grpcStream", "the limits", limits);
    onFailure = Lists.copy(Check.given("grpcStream", "the list of failure steps", onFailure));
    if (most < 1 || most > HIGHEST_MOST) {
      throw new IllegalArgumentException("collect: " + Decimal.of(most) + " messages; give 1 to 1000");
    }
  }

  /** A stream with the limits that hold unless others are given: 5 seconds, 100 messages of 1 MiB together. */
  public static GrpcStream of(Cluster cluster, String method) {
    return new GrpcStream(
        GrpcAnswer.UNNAMED, GrpcTarget.of(cluster, method), Lists.none(), DEFAULT_MOST, CallLimits.STANDARD,
        Lists.none());
  }

  private GrpcStream with(CallLimits others) {
    return new GrpcStream(name, target, messages, most, others, onFailure);
  }

  /** The same stream, on which this is sent behind what is sent so far. */
  public GrpcStream send(TextValue message) {
    Check.given("send", "the message", message);
    return new GrpcStream(name, target, Lists.append(messages, message), most, limits, onFailure);
  }

  /** The same stream, of which so many messages at most are collected (1 to 1000). */
  public GrpcStream collect(int count) {
    return new GrpcStream(name, target, messages, count, limits, onFailure);
  }

  /** The same stream under a name, for {@code grpcAnswer(name)}. */
  public GrpcStream as(String given) {
    return new GrpcStream(given, target, messages, most, limits, onFailure);
  }

  /** The same stream with this sent ahead of the messages. */
  public GrpcStream metadata(String field, String value) {
    return new GrpcStream(name, target.metadata(field, value), messages, most, limits, onFailure);
  }

  /** The same stream with this sent ahead of the messages, where it is not absent. */
  public GrpcStream metadata(String field, TextValue value) {
    return new GrpcStream(name, target.metadata(field, value), messages, most, limits, onFailure);
  }

  /** Waits at most so long, from one millisecond to an hour. */
  public GrpcStream within(Duration time) {
    return with(limits.within(time));
  }

  /** Takes the end of a stream with another status than OK for one like others. */
  public GrpcStream acceptErrors() {
    return with(limits.acceptErrors());
  }

  /** The messages that are collected may have at most so many bytes together. */
  public GrpcStream answerLimit(int bytes) {
    return with(limits.answerLimit(bytes));
  }

  /** What happens where the stream fails. Unless one of the steps answers, the pipeline goes on without messages. */
  public GrpcStream onFailure(Step... steps) {
    return new GrpcStream(name, target, messages, most, limits, Check.some("onFailure", "step", steps));
  }

  @Override
  public String word() {
    return "grpcStream";
  }

  @Override
  public String describe() {
    StringBuilder text = new StringBuilder("gRPC stream ").append(target.describe());
    for (int i = 0; i < messages.size(); i++) {
      text.append(i == 0 ? " with " : ", ").append(messages.get(i).describe());
    }
    return name.equals(GrpcAnswer.UNNAMED) ? text.toString() : text + " as \"" + name + "\"";
  }

  @Override
  public void plan(Planner planner) {
    Reader[] readers = new Reader[messages.size()];
    for (int i = 0; i < readers.length; i++) {
      readers[i] = messages.get(i).reader(planner);
    }
    GrpcCaller caller = GrpcCaller.plan(planner, target, limits, planner.grpc(name)).streaming(readers, most);
    planner.holdsForTime();
    Label end = new Label();
    planner.emit(new GrpcCaller.Begin(caller));
    planner.emit(
        new AwaitCall(caller, Failures.plan(planner, onFailure, "sluice_call_failed", end), describe()));
    planner.next(end);
  }
}
