package dev.sluice.explain;

import dev.sluice.explain.Walker.Move;
import dev.sluice.explain.Walker.Place;
import dev.sluice.explain.Walker.Resumed;
import dev.sluice.plan.AwaitAll;
import dev.sluice.plan.AwaitBody;
import dev.sluice.plan.AwaitCall;
import dev.sluice.plan.AwaitFirst;
import dev.sluice.plan.Label;
import dev.sluice.plan.Op;
import dev.sluice.plan.Origin;
import dev.sluice.plan.PlannedStep;
import dev.sluice.plan.Program;
import dev.sluice.plan.Run;
import dev.sluice.step.AllCalls;
import dev.sluice.step.CallLimits;
import dev.sluice.step.CallRequest;
import dev.sluice.step.FirstCall;
import dev.sluice.step.GrpcStream;
import dev.sluice.step.HeaderField;
import dev.sluice.step.Step;
import dev.sluice.value.HeaderText;
import dev.sluice.value.LiteralText;
import io.vavr.collection.List;

/** How walks go on from ops that hold their stream: what comes meanwhile, and the hostcalls that it brings. */
final class Holding {
  private static final HostcallUse LOG = HostcallUse.sure("proxy_log");
  private static final String CALL = "proxy_http_call";
  private static final String MEANWHILE = " has come meanwhile";
  private static final List<HostcallUse> GIVEN_UP =
      List.of(Walker.EFFECTIVE, HostcallUse.sure("proxy_grpc_cancel"), HostcallUse.sure("proxy_get_status"));

  private final Program program;
  private final Recorder recorder;
  private final List<HostcallUse> resumption;

  Holding(Program program, Recorder recorder, boolean ofStream) {
    this.program = program;
    this.recorder = recorder;
    this.resumption = ofStream ? List.of(Walker.EFFECTIVE) : List.empty();
  }

  /** Whether the op holds the stream whatever it returned here. */
  static boolean holds(Op op) {
    return op instanceof AwaitBody || op instanceof AwaitCall || op instanceof AwaitAll || op instanceof AwaitFirst;
  }

  /** @param made hostcalls of the op before it holds the stream */
  List<Move> moves(Op op, Place at, List<HostcallUse> made) {
    // A tick that has brought this about looks at the time once more.
    boolean again = at.resumed() != Resumed.NO && made.contains(Recorder.TIME);
    List<HostcallUse> uses = again ? made.append(HostcallUse.maybe(Recorder.TIME.hostcall())) : made;
    Origin origin = program.origin(at.pc());
    List<Move> moves = switch (op) {
      case AwaitBody await -> body(await, at);
      case AwaitCall await -> call(await, origin, at);
      case AwaitAll await -> all(await, origin, at);
      case AwaitFirst await -> first(await, origin, at);
      default -> List.of(move(resumption, op.ways().get(0), at, Resumed.YES));
    };
    return op instanceof AwaitBody ? moves.map(move -> new Move(
        bodyUses(op, move, at, uses), move.decision(), move.ownCode(), move.to()))
        : moves.map(move -> new Move(uses.appendAll(move.uses()), move.decision(), move.ownCode(), move.to()));
  }

  private Move move(List<HostcallUse> uses, dev.sluice.plan.Way way, Place at, Resumed resumed) {
    int target = way.target().map(Label::pc).getOrElse(at.pc() + 1);
    return new Move(uses, way.when(), "", new Place(target, at.run().fork(), at.facts(), resumed));
  }

  /**
   * What an op calls that makes a call. One that the proxy refuses is told to the log meanwhile where several are waited for
   * together; one whose headers could not be sent is not made at all.
   */
  static List<HostcallUse> sent(Origin origin, List<HostcallUse> uses) {
    boolean several = origin.step().exists(step -> step instanceof AllCalls || step instanceof FirstCall);
    List<HostcallUse> made = isSure(origin) ? uses
        : uses.map(use -> use.hostcall().equals(CALL) ? HostcallUse.maybe(CALL) : use);
    return several ? made.append(HostcallUse.maybe("proxy_log")) : made;
  }

  private static boolean isSure(Origin origin) {
    return List.ofAll(StepParts.within((Step) origin.step().get(), CallRequest.class)).forAll(Holding::isLegal);
  }

  /** What makes a call again: what it sends is read once. */
  private static List<HostcallUse> again(Recorder.Sent sent, Origin origin) {
    List<HostcallUse> calls =
        sent.made().filter(use -> use.hostcall().equals(CALL) || use.hostcall().startsWith("proxy_grpc"));
    return isSure(origin) ? calls : HostcallUse.maybe(calls);
  }

  private static boolean isLegal(CallRequest request) {
    return List.ofAll(request.headers())
        .map(HeaderField::value)
        .prepend(request.path())
        .forAll(value -> value instanceof LiteralText || value instanceof HeaderText);
  }

  // bodies

  private List<Move> body(AwaitBody await, Place at) {
    java.util.List<dev.sluice.plan.Way> ways = await.ways();
    if (at.run().body().isComplete()) {
      Move there = quiet(move(List.empty(), ways.get(0), at, at.resumed()));
      return at.run().body().size() == 0 ? List.of(there)
          : List.of(there, move(List.empty(), ways.get(1), at, at.resumed()));
    }
    List<Move> moves = List.of(
        arrived(move(List.empty(), ways.get(0), at, Resumed.NO)),
        move(List.empty(), ways.get(1), at, at.resumed() == Resumed.NO ? Resumed.NO : Resumed.MAYBE),
        move(List.empty(), ways.get(2), at, at.resumed()),
        move(resumption, ways.get(3), at, Resumed.YES));
    if (at.resumed() == Resumed.NO) {
      return moves;
    }
    Move meanwhile = arrived(move(List.empty(), ways.get(0), at, at.resumed()));
    Move tooLarge = move(List.empty(), ways.get(1), at, at.resumed());
    return moves.append(new Move(List.empty(), "the body" + MEANWHILE, "", meanwhile.to()))
        .append(new Move(List.empty(), "too much of the body" + MEANWHILE, "", tooLarge.to()));
  }

  private static Move quiet(Move move) {
    return new Move(move.uses(), "", "", move.to());
  }

  private static Move arrived(Move move) {
    Run run = move.to().run();
    run.body().arrived(Walker.BODY, true);
    run.body().ended();
    return move;
  }

  /** Of what the op does before it waits, that which is done on this way. */
  private static List<HostcallUse> bodyUses(Op op, Move move, Place at, List<HostcallUse> uses) {
    if (at.run().body().isComplete() || move.decision().endsWith(MEANWHILE)) {
      return move.uses();
    }
    List<HostcallUse> look =
        uses.filter(use -> !use.hostcall().equals(Recorder.TIME.hostcall()) && !use.equals(Recorder.TICK));
    if (move.decision().equals(op.ways().get(1).when())) {
      return look.appendAll(HostcallUse.maybe(uses.removeAll(look)));
    }
    return move.decision().equals(op.ways().get(2).when()) ? look : uses.appendAll(move.uses());
  }

  // calls

  private static CallLimits limits(Origin origin) {
    return StepParts.within((Step) origin.step().get(), CallLimits.class).get(0);
  }

  /** Reading the answer and going on. */
  private List<HostcallUse> answered(Recorder.Sent sent, Origin origin) {
    PlannedStep step = origin.step().get();
    List<HostcallUse> read = step instanceof GrpcStream stream
        ? HostcallUse.times(stream.most(), sent.read()).append(HostcallUse.maybe("proxy_get_status"))
        : sent.read();
    return read.appendAll(resumption);
  }

  /** Making the call again, as often as it may be. */
  private List<HostcallUse> retries(
      Recorder.Sent sent, Origin origin, CallLimits limits, List<HostcallUse> answered) {
    List<HostcallUse> rest = limits.pause().isDefined() ? rest() : List.empty();
    return HostcallUse.maybe(HostcallUse.times(limits.retries(),
        rest.appendAll(again(sent, origin)).append(LOG).appendAll(answered)));
  }

  /** A pause; where a tick has brought this about, it looks at the time once more. */
  private List<HostcallUse> rest() {
    return List.of(Recorder.TICK, Recorder.TIME, Recorder.TIME).appendAll(resumption);
  }

  private List<Move> call(AwaitCall await, Origin origin, Place at) {
    java.util.List<dev.sluice.plan.Way> ways = await.ways();
    CallLimits limits = limits(origin);
    Recorder.Sent sent = recorder.sent(origin).get(0);
    List<HostcallUse> answered = answered(sent, origin);
    List<HostcallUse> retries = retries(sent, origin, limits, answered);
    boolean grpc = recorder.asked().contains("expectGrpc");
    List<HostcallUse> failed = HostcallUse.maybe(answered.removeAll(resumption))
        .appendAll(grpc ? HostcallUse.maybe(GIVEN_UP) : List.empty())
        .appendAll(resumption);
    return List.of(
        move(answered.appendAll(retries), ways.get(0), at, Resumed.YES),
        move(failed.appendAll(retries), ways.get(1), at, Resumed.YES),
        refused(await, again(sent, origin).take(1), limits, at));
  }

  /** The proxy does not even make it. */
  private Move refused(AwaitCall await, List<HostcallUse> call, CallLimits limits, Place at) {
    List<HostcallUse> again = HostcallUse.times(limits.retries(), call.append(LOG));
    boolean rests = limits.pause().isDefined() && limits.retries() > 0;
    List<HostcallUse> uses = rests
        ? List.of(LOG)
            .appendAll(HostcallUse.maybe(HostcallUse.times(limits.retries(),
                rest().appendAll(call).append(LOG))))
        : again.prepend(LOG);
    Move failed = move(uses, await.ways().get(1), at, rests ? Resumed.YES : at.resumed());
    return new Move(uses, "the proxy refuses to make it: " + failed.decision(), "", failed.to());
  }

  private List<Move> all(AwaitAll await, Origin origin, Place at) {
    List<HostcallUse> answers = List.empty();
    List<HostcallUse> retries = List.empty();
    List<Recorder.Sent> sent = recorder.sent(origin);
    java.util.List<CallLimits> limits = StepParts.within((Step) origin.step().get(), CallLimits.class);
    for (int i = 0; i < sent.size(); i++) {
      List<HostcallUse> answered = answered(sent.get(i), origin);
      answers = answers.appendAll(answered);
      retries = retries.appendAll(retries(sent.get(i), origin, limits.get(i), answered));
    }
    // A call with failure steps of its own may have failed without having been made.
    List<HostcallUse> some = HostcallUse.maybe(answers).appendAll(retries);
    boolean each = await.ways().size() == sent.size() + 1;
    List<HostcallUse> every = each ? answers.appendAll(retries) : some;
    return List.ofAll(await.ways())
        .map(way -> move(way.target().isEmpty() ? every : some, way, at,
            way.target().isEmpty() && each ? Resumed.YES : Resumed.MAYBE));
  }

  private List<Move> first(AwaitFirst await, Origin origin, Place at) {
    List<HostcallUse> others = List.empty();
    List<Recorder.Sent> sent = recorder.sent(origin);
    java.util.List<CallLimits> limits = StepParts.within((Step) origin.step().get(), CallLimits.class);
    for (int i = 0; i < sent.size(); i++) {
      List<HostcallUse> answered = answered(sent.get(i), origin);
      others = others.appendAll(HostcallUse.maybe(answered))
          .appendAll(retries(sent.get(i), origin, limits.get(i), answered));
    }
    List<HostcallUse> winner = answered(sent.get(0), origin);
    return List.of(
        move(winner.appendAll(others.drop(winner.size())), await.ways().get(0), at, Resumed.YES),
        move(others, await.ways().get(1), at, Resumed.MAYBE));
  }
}
