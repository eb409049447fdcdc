package dev.sluice.explain;

import dev.sluice.step.AllCalls;
import dev.sluice.step.CallLimits;
import dev.sluice.step.Delay;
import dev.sluice.step.FirstCall;
import dev.sluice.step.GrpcCall;
import dev.sluice.step.GrpcStream;
import dev.sluice.step.HttpCall;
import dev.sluice.step.Step;
import dev.sluice.value.BodyText.BodyLimits;
import io.vavr.collection.List;
import io.vavr.control.Option;
import java.util.ArrayList;

/**
 * Where a stream, a connection or a run outside of streams may be held.
 *
 * @param path of the step that waits
 * @param what it waits for
 * @param cluster that is called, none where nothing is
 * @param bytes most bytes of what comes
 * @param millis longest wait, for each attempt
 * @param attempts how often it is tried at most
 * @param failure what happens where it does not come, or not as it must
 */
public record Hold(
    String path, String what, Option<String> cluster, Option<Long> bytes, long millis, int attempts, String failure) {

  /** The holds of steps, those within them included. */
  static List<Hold> of(String path, Iterable<Step> steps) {
    java.util.List<Hold> holds = new ArrayList<>();
    int number = 1;
    for (Step step : steps) {
      String at = path + "/" + number++ + " " + step.word();
      of(at, step, holds);
      for (StepBranch branch : StepBranch.of(step)) {
        holds.addAll(of(branch.name().isEmpty() ? at : at + "/" + branch.name(), branch.steps()).asJava());
      }
    }
    return List.ofAll(holds);
  }

  private static void of(String path, Step step, java.util.List<Hold> holds) {
    if (!path.startsWith("log/") && !path.contains("/log/")) {
      for (BodyLimits limits : StepParts.within(step, BodyLimits.class)) {
        Hold hold = new Hold(path, "the end of the body", Option.none(), Option.some((long) limits.bytes()),
            limits.millis(), 1, body(limits, path.contains("response/")));
        if (!holds.contains(hold)) {
          holds.add(hold);
        }
      }
    }
    switch (step) {
      case HttpCall call -> holds.add(call(path, call.describe(), call.cluster().name(), call.limits(), call));
      case GrpcCall call -> holds.add(call(path, call.describe(), call.target().cluster().name(), call.limits(), call));
      case GrpcStream call ->
        holds.add(call(path, call.describe(), call.target().cluster().name(), call.limits(), call));
      case AllCalls all -> all.calls()
          .forEach(one -> holds.add(call(path, one.describe(), one.cluster().name(), one.limits(), one)));
      case FirstCall first -> first.calls()
          .forEach(one -> holds.add(call(path, one.describe(), one.cluster().name(), one.limits(), first)));
      case Delay delay -> holds.add(
          new Hold(path, delay.describe(), Option.none(), Option.none(), delay.millis(), 1, "goes on"));
      default -> {
        // Does not wait.
      }
    }
  }

  private static Hold call(String path, String what, String cluster, CallLimits limits, Step step) {
    List<String> failure = List.ofAll(StepBranch.of(step))
        .filter(branch -> branch.name().equals("failed"))
        .map(branch -> List.ofAll(branch.steps()).map(Step::describe).mkString(", "));
    return new Hold(path, what, Option.some(cluster), Option.some((long) limits.bytes()), limits.millis(),
        limits.retries() + 1, failure.isEmpty() ? "respond 503" : failure.head());
  }

  private static String body(BodyLimits limits, boolean response) {
    return "too large: " + answer(limits.tooLarge(), response ? 502 : 413)
        + ", may never end: " + answer(limits.endless(), response ? 502 : 400)
        + ", late: " + answer(limits.late(), response ? 504 : 408);
  }

  private static String answer(Option<dev.sluice.plan.TerminalStep> given, int status) {
    return given.isDefined() ? given.get().describe() : "respond " + status;
  }

  /** In one line, without the path. */
  public String text() {
    return what + ", " + (bytes.isDefined() ? bytes.get() + " bytes at most, " : "") + millis + " ms at most"
        + (attempts > 1 ? ", " + attempts + " attempts" : "") + "; otherwise " + failure;
  }
}
