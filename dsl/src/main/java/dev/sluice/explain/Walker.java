package dev.sluice.explain;

import dev.sluice.abi.Bytes;
import dev.sluice.plan.Label;
import dev.sluice.plan.Op;
import dev.sluice.plan.Phase;
import dev.sluice.plan.Program;
import dev.sluice.plan.Reply;
import dev.sluice.plan.Run;
import io.vavr.collection.HashSet;
import io.vavr.collection.List;
import io.vavr.collection.Set;

/** Takes a program one op further, in all directions in which it can go. */
final class Walker {
  static final HostcallUse EFFECTIVE = HostcallUse.sure("proxy_set_effective_context");
  private static final Reply OWN_REPLY = Reply.of(200, "", Bytes.EMPTY, java.util.List.of());
  private static final String CONTINUE = "proxy_continue_stream";
  /** As long as what the probe says a body is. */
  static final int BODY = 3;

  private final Program program;
  private final Probe probe = new Probe();
  private final Recorder recorder = new Recorder(probe);
  private final Holding holding;
  private final boolean ofStream;

  Walker(Program program) {
    this.program = program;
    this.ofStream = ofStream(program.phase());
    this.holding = new Holding(program, recorder, ofStream);
  }

  private static boolean ofStream(Phase phase) {
    boolean[] stream = new boolean[1];
    phase.resume(new Phase.Resumption() {
      @Override
      public void stream(Run run) {
        stream[0] = true;
      }

      @Override
      public void root(Run run) {
        stream[0] = false;
      }
    }, null);
    return stream[0];
  }

  /** Whether a walk goes on in a callback of the plugin's, after which the engine has to let the stream go itself. */
  enum Resumed {
    NO, MAYBE, YES
  }

  /**
   * A place on a walk.
   *
   * @param facts what was found to hold and has not been touched since
   */
  record Place(int pc, Run run, Set<String> facts, Resumed resumed) {
    boolean isEnd() {
      return pc < 0;
    }

    Place at(int next, Run nextRun, Set<String> nextFacts) {
      return new Place(next, nextRun, nextFacts, resumed);
    }
  }

  /** One op further: what it calls, what is decided with it (empty for nothing), and where that leads. */
  record Move(List<HostcallUse> uses, String decision, String ownCode, Place to) {}

  Recorder recorder() {
    return recorder;
  }

  /** Where walks begin: where a body matters, one with a body and one without. */
  List<Move> starts(int entry, List<HostcallUse> before) {
    boolean asksForBody = List.range(0, program.size()).exists(pc -> BodyOps.asks(program.op(pc)));
    if (!asksForBody || !program.phase().hasMessage()) {
      return List.of(start(entry, before, "", false));
    }
    return List.of(
        start(entry, before, "the message has a body", false), start(entry, before, "the message has no body", true));
  }

  private Move start(int entry, List<HostcallUse> before, String decision, boolean endOfStream) {
    Run run = new Run(probe, recorder);
    run.begin(program, 0, null, endOfStream);
    if (!program.phase().hasMessage()) {
      run.body().arrived(BODY, false);
    }
    // A walk takes the way on which a text was loaded even where the text on this host was absent.
    run.text(Bytes.EMPTY);
    program.begin(run);
    Place place = new Place(entry, run, HashSet.empty(), Resumed.NO);
    return new Move(before.appendAll(probe.takeCalls()), decision, "", place);
  }

  /** The reply that this walk ends with, in words, and the hostcalls of sending it. */
  Move end(Place end) {
    if (end.run().hasClosed()) {
      return new Move(List.empty(), program.phase().hasMessage() ? "resets the stream" : "closes", "", end);
    }
    if (!end.run().hasReply()) {
      return new Move(letGo(end), isPassage() ? "continues" : "ends", "", end);
    }
    end.run().sendReply();
    return new Move(probe.takeCalls(), "answers " + probe.replied().get(), "", end);
  }

  /** Whether something goes on when the program is over. */
  private boolean isPassage() {
    return ofStream && !List.of("log", "close", "done").contains(program.phase().name());
  }

  private List<HostcallUse> letGo(Place end) {
    if (end.resumed() == Resumed.NO) {
      return List.empty();
    }
    if (isPassage()) {
      return List.of(new HostcallUse(CONTINUE, end.resumed() == Resumed.YES));
    }
    boolean shutdown = program.phase().name().equals("shutdown");
    return shutdown ? List.of(new HostcallUse("proxy_done", end.resumed() == Resumed.YES)) : List.empty();
  }

  List<Move> moves(Place from) {
    Op op = program.op(from.pc());
    return op.isOpaque() ? throughOwnCode(from) : through(op, from);
  }

  private List<Move> through(Op op, Place from) {
    Run run = from.run().fork();
    run.at(from.pc());
    int next = op.run(run, from.pc());
    List<HostcallUse> uses = BodyOps.withStaleHeaders(program, from.pc(), run, probe.takeCalls());
    boolean sends = recorder.ran(program.origin(from.pc()), from.pc(), uses);
    if (sends) {
      uses = Holding.sent(program.origin(from.pc()), uses);
    }
    // Where a reply waits, headers are its own, and changes to them make no hostcall that would be seen here.
    boolean changed = probe.takeChanged() || run.hasReply();
    Set<String> facts = changed ? HashSet.empty() : from.facts();
    Place onward = from.at(next, run, facts);
    List<dev.sluice.plan.Way> ways = BodyOps.ways(op, run);
    if (ways.isEmpty()) {
      return List.of(new Move(uses, "", "", next == Op.HOLD ? from.at(from.pc() + 1, run, facts) : onward));
    }
    if (Holding.holds(op) || next == Op.HOLD) {
      return holding.moves(op, from.at(from.pc(), run, facts), uses);
    }
    List<HostcallUse> made = uses;
    List<dev.sluice.plan.Way> known = op.varies() ? List.empty() : ways.filter(way -> facts.contains(way.when()));
    return (known.isEmpty() ? ways : known).map(way -> new Move(
        made,
        known.isEmpty() ? way.when() : "",
        "",
        from.at(
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
        new Move(List.empty(), name + " goes on", name, from.at(from.pc() + 1, onward, HashSet.empty())),
        new Move(List.empty(), name + " answers", name, from.at(afterReply, answering, HashSet.empty())));
  }
}
