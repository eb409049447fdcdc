package dev.sluice.explain;

import dev.sluice.plan.AwaitBody;
import dev.sluice.plan.BeginFlow;
import dev.sluice.plan.ChangeTrailer;
import dev.sluice.plan.Op;
import dev.sluice.plan.Program;
import dev.sluice.plan.ReplaceBody;
import dev.sluice.plan.Run;
import dev.sluice.step.StreamBody;
import io.vavr.collection.List;

/** Ops that do one thing for messages with a body and another for those without. */
final class BodyOps {
  private static final int STALE_HEADERS = 7;
  private static final HostcallUse REMOVE = HostcallUse.maybe("proxy_remove_header_map_value");

  private BodyOps() {}

  static boolean asks(Op op) {
    return op instanceof AwaitBody || op instanceof BeginFlow || op instanceof ChangeTrailer
        || op instanceof ReplaceBody;
  }

  /** The ways that are open to a message with, or without, a body. */
  static List<dev.sluice.plan.Way> ways(Op op, Run run) {
    List<dev.sluice.plan.Way> ways = List.ofAll(op.ways());
    boolean certain = op instanceof ReplaceBody && run.body().isThere()
        || op instanceof ChangeTrailer && !run.body().isComplete();
    return certain ? ways.take(1) : ways;
  }

  /** With the removal of headers that speak of the old body, of which a message has more or fewer. */
  static List<HostcallUse> withStaleHeaders(Program program, int pc, Run run, List<HostcallUse> uses) {
    Op op = program.op(pc);
    if (op instanceof ReplaceBody) {
      List<HostcallUse> all = run.body().isThere() ? uses : HostcallUse.maybe(uses);
      return all.prependAll(HostcallUse.times(STALE_HEADERS, List.of(REMOVE)));
    }
    boolean changes = op instanceof BeginFlow && program.origin(pc).step().getOrNull() instanceof StreamBody stream
        && stream.way().isBody() && !stream.transforms().stream().allMatch(transform -> transform.keepsBytes());
    return changes ? uses.appendAll(HostcallUse.times(STALE_HEADERS, List.of(REMOVE))) : uses;
  }
}
