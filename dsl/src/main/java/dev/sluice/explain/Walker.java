package dev.sluice.explain;

import dev.sluice.abi.Bytes;
import dev.sluice.plan.Label;
import dev.sluice.plan.Op;
import dev.sluice.plan.Program;
import dev.sluice.plan.Reply;
import dev.sluice.plan.Run;
import io.vavr.collection.HashSet;
import io.vavr.collection.List;
import io.vavr.collection.Set;

/** Takes a program one op further, in all directions in which it can go. */
final class Walker {
  private static final Reply OWN_REPLY = Reply.of(200, "", Bytes.EMPTY, java.util.List.of());

  private final Program program;
  private final Probe probe = new Probe();

  Walker(Program program) {
    this.program = program;
  }

  /**
   * A place on a walk.
   *
   * @param facts what was found to hold and has not been touched since
   */
  record Place(int pc, Run run, Set<String> facts) {
    boolean isEnd() {
      return pc < 0;
    }
  }

  /** One op further: what it calls, what is decided with it (empty for nothing), and where that leads. */
  record Move(List<String> hostcalls, String decision, String ownCode, Place to) {}

  Place start(int entry) {
    Run run = new Run(probe, null);
    run.begin(program, 0, null, false);
    // A walk takes the way on which a text was loaded even where the text on this host was absent.
    run.text(Bytes.EMPTY);
    program.begin(run);
    return new Place(entry, run, HashSet.empty());
  }

  /** The hostcalls since the last time this was asked: after {@link #start} those before the first step. */
  List<String> calls() {
    return probe.takeCalls();
  }

  /** The reply that this walk ends with, in words, and the hostcalls of sending it. */
  Move end(Place end) {
    if (end.run().hasClosed()) {
      return new Move(List.empty(), "resets the stream", "", end);
    }
    if (!end.run().hasReply()) {
      return new Move(List.empty(), "continues", "", end);
    }
    end.run().sendReply();
    return new Move(probe.takeCalls(), "answers " + probe.replied().get(), "", end);
  }

  List<Move> moves(Place from) {
    Op op = program.op(from.pc());
    return op.isOpaque() ? throughOwnCode(from) : through(op, from);
  }

  private List<Move> through(Op op, Place from) {
    Run run = from.run().fork();
    run.at(from.pc());
    int next = op.run(run, from.pc());
    List<String> calls = probe.takeCalls();
    // Where a reply waits, headers are its own, and changes to them make no hostcall that would be seen here.
    boolean changed = probe.takeChanged() || run.hasReply();
    Set<String> facts = changed ? HashSet.empty() : from.facts();
    List<dev.sluice.plan.Way> ways = List.ofAll(op.ways());
    if (ways.isEmpty()) {
      return List.of(new Move(calls, "", "", new Place(next, run, facts)));
    }
    List<dev.sluice.plan.Way> known = op.varies() ? List.empty() : ways.filter(way -> facts.contains(way.when()));
    return (known.isEmpty() ? ways : known).map(way -> new Move(
        calls,
        known.isEmpty() ? way.when() : "",
        "",
        new Place(
            way.target().map(Label::pc).getOrElse(from.pc() + 1),
            run.fork(),
            op.varies() ? facts : facts.add(way.when()))));
  }

  private List<Move> throughOwnCode(Place from) {
    String name = program.origin(from.pc()).segment();
    Run onward = from.run().fork();
    onward.forgetAll();
    Run answering = onward.fork();
    answering.at(from.pc());
    int afterReply = answering.reply(OWN_REPLY, from.pc());
    return List.of(
        new Move(List.empty(), name + " goes on", name, new Place(from.pc() + 1, onward, HashSet.empty())),
        new Move(List.empty(), name + " answers", name, new Place(afterReply, answering, HashSet.empty())));
  }
}
