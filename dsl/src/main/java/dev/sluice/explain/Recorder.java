package dev.sluice.explain;

import dev.sluice.plan.Callout;
import dev.sluice.plan.Driver;
import dev.sluice.plan.Flow;
import dev.sluice.plan.GrpcCallout;
import dev.sluice.plan.Origin;
import dev.sluice.plan.Run;
import dev.sluice.plan.TrailerEdit;
import io.vavr.collection.List;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** In the engine's place: writes down what runs ask of it, and with which hostcalls it would do that. */
final class Recorder implements Driver {
  static final HostcallUse TIME = HostcallUse.sure("proxy_get_current_time_nanoseconds");
  static final HostcallUse TICK = HostcallUse.maybe("proxy_set_tick_period_milliseconds");
  private static final HostcallUse READ = HostcallUse.maybe("proxy_get_buffer_bytes");

  private final Probe probe;
  private final IdentityHashMap<Origin, TreeMap<Integer, Sent>> sent = new IdentityHashMap<>();
  private final Map<Integer, List<HostcallUse>> answers = new HashMap<>();
  private final Set<String> asked = new TreeSet<>();
  private final Set<Integer> edits = new TreeSet<>();
  private boolean flowsIn;
  private boolean flowsOut;

  /** A call: the hostcalls that make it, and those that read its answer. */
  record Sent(List<HostcallUse> made, List<HostcallUse> read) {}

  Recorder(Probe probe) {
    this.probe = probe;
  }

  /** What the methods that were called are named. */
  Set<String> asked() {
    return asked;
  }

  /** Number of ops that change trailers when the end of the message comes. */
  int edits() {
    return edits.size();
  }

  boolean flowsIn() {
    return flowsIn;
  }

  boolean flowsOut() {
    return flowsOut;
  }

  /** An op has run and made these hostcalls; gives whether it has made a call with them. */
  boolean ran(Origin origin, int pc, List<HostcallUse> made) {
    List<HostcallUse> read = answers.remove(pc);
    if (read != null) {
      sent.computeIfAbsent(origin, one -> new TreeMap<>()).put(pc, new Sent(made, read));
    }
    return read != null;
  }

  /** The calls of a step, in order. */
  List<Sent> sent(Origin origin) {
    return List.ofAll(sent.getOrDefault(origin, new TreeMap<>()).values());
  }

  @Override
  public void park(Run run) {
    asked.add("park");
  }

  @Override
  public Alarm wake(Run run, Runnable then, int millis) {
    asked.add("wake");
    probe.use(TICK);
    probe.use(TIME);
    return () -> {};
  }

  @Override
  public void expect(int token, Run run, Callout callout) {
    asked.add("expect");
    Probe answering = new Probe();
    callout.answer(answering, 1, 1);
    // Still to be answered, as far as the program goes.
    callout.rests();
    answers.put(run.pc(), answering.takeCalls()
        .map(use -> use.hostcall().equals(READ.hostcall()) ? READ : use));
  }

  @Override
  public void expectGrpc(int token, Run run, GrpcCallout callout) {
    asked.add("expectGrpc");
    answers.put(run.pc(), List.of(READ));
  }

  @Override
  public void giveUpGrpc(int token) {
    asked.add("giveUpGrpc");
  }

  @Override
  public void flow(Run run, Flow flow, boolean in) {
    asked.add("flow");
    flowsIn |= in;
    flowsOut |= !in;
  }

  @Override
  public void trailers(Run run, TrailerEdit edit) {
    asked.add("trailers");
    edits.add(run.pc());
  }
}
