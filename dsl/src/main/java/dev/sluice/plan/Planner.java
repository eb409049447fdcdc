package dev.sluice.plan;

import dev.sluice.abi.Bytes;
import dev.sluice.abi.Callback;
import dev.sluice.abi.Decimal;
import dev.sluice.abi.MapType;
import dev.sluice.abi.MetricType;
import dev.sluice.abi.Needs;
import java.util.List;

/** Flattens one part of a pipeline into a program: what words call while they are planned. */
public final class Planner extends ProgramWriter {
  private final Scope scope;
  private final Cells headers = new Cells();
  private ReadAhead ahead;
  private final Cells properties = new Cells();
  private Suspension suspension;
  private BodySuspension trailing;
  private Prelude prelude;

  Planner(Phase phase, Scope scope, int layers) {
    super(phase, layers);
    this.scope = scope;
  }

  public Phase phase() {
    return phase;
  }

  /** Steps in their order as parts of the step that is being planned, to be given to {@link #next}. */
  public static Plannable steps(List<? extends PlannedStep> steps) {
    return branch(null, steps);
  }

  /** Like {@link #steps(List)}, under the name of a branch in step paths. */
  public static Plannable branch(String name, List<? extends PlannedStep> steps) {
    return planner -> planner.push(name == null ? planner.current : planner.current.branch(name), steps);
  }

  /** The failure branch of a step whose author declared none. */
  public Label refusal(String name) {
    return failure(name, phase.refusalStatus(), "sluice_refused");
  }

  // holding and remembering

  Scope scope() {
    return scope;
  }

  void prelude(Prelude first) {
    prelude = first;
  }

  /** Says that a step changes bodies of this part's message: of a response the whole is asked for, not a range. */
  public void bodyChanges() {
    changes();
    if (!phase.isRequest()) {
      scope.prelude().askForTheWhole();
    }
  }

  /** Asks for response bodies that are sent as they are. */
  public void wantsIdentity() {
    scope.prelude().askForIdentity();
  }

  /** Says that an op of this program can hold its stream. */
  public void holds() {
    if (suspension == null) {
      suspension = new Suspension();
    }
  }

  /** Says that an op of this program adds trailers. */
  public void addsTrailers() {
    changes();
    trailing = new TrailerSuspension();
    if (suspension instanceof BodySuspension) {
      suspension = trailing;
    }
  }

  /** Reads the first value of a trailer of the response when all is over; for log parts. */
  public Reader loggedTrailer(String name) {
    return new MapReader(MapType.RESPONSE_TRAILERS, Bytes.constant(name));
  }

  /** Says that an op of this program waits for time to pass. */
  public void holdsForTime() {
    phase.holds(this);
    holds();
  }

  /** Says that an op of this program waits for the body. */
  public void holdsForBody() {
    phase.holds(this);
    if (!(suspension instanceof BodySuspension)) {
      suspension = trailing != null ? trailing : new BodySuspension();
    }
  }

  /** The slot of a variable that a step binds. */
  public int bind(String variable) {
    return scope.bind(variable);
  }

  /** The slot of what one op notes for others of its step: a variable without a name that an author could give. */
  public int note() {
    return scope.bind("\0" + Decimal.of(scope.variables()));
  }

  /** The slot of a variable that a step before has bound. */
  public int variable(String variable) {
    int slot = scope.find(variable);
    if (slot < 0) {
      throw refused("unknown variable \"" + variable + "\": bind it in a step before this one");
    }
    return slot;
  }

  /**
   * The metrics of this name, in whatever part of the pipeline.
   *
   * @param signature type and tags, which must be the same wherever the name is used
   */
  public MetricTable metric(MetricType type, String name, String signature, int tags) {
    MetricTable table = scope.metric(type, name, signature, tags);
    if (table == null) {
      throw refused("the metric \"" + name + "\" has another type or other tags elsewhere in the pipeline");
    }
    return table;
  }

  /** The state of the plugin of this name, in whatever part of the pipeline. Each of several plugins in a VM has its own. */
  @Needs({Callback.CONTEXT_CREATE, Callback.DELETE})
  public StateCell state(String name, Object initial) {
    StateCell cell = scope.state(name, initial);
    if (!cell.beganWith(initial)) {
      throw refused("the state \"" + name + "\" begins with another value elsewhere in the pipeline");
    }
    return cell;
  }

  /** What is asked of the answer of a callout that a step makes. */
  public Asked call(String name) {
    phase.holds(this);
    return scope.call(name);
  }

  /** What is asked of the answer of a callout that a step before has made. */
  public Asked answer(String name) {
    Asked asked = scope.answer(name);
    if (asked == null) {
      throw refused("no call before this step is named \"" + name + "\": make it in an earlier step");
    }
    return asked;
  }

  /** Refuses the step that is being planned where there is no data of a connection. */
  public void needsData(String word) {
    if (!phase.name().equals(ConnectionPhase.DOWNSTREAM) && !phase.name().equals(ConnectionPhase.UPSTREAM)) {
      throw refused(word + " is for downstream and upstream parts");
    }
  }

  /** Refuses the step that is being planned where there is no open connection. */
  public void needsConnection(String word) {
    if (!phase.name().equals(ConnectionPhase.CONNECT)) {
      needsData(word);
    }
  }

  /** The slot of a gRPC call that a step makes. */
  public int grpc(String name) {
    phase.holds(this);
    return scope.grpc(name);
  }

  /** The slot of a gRPC call that a step before has made. */
  public int grpcAnswer(String name) {
    int slot = scope.findGrpc(name);
    if (slot < 0) {
      throw refused("no gRPC call before this step is named \"" + name + "\": make it in an earlier step");
    }
    return slot;
  }

  /** Refuses the step that is being planned in all parts but this one. */
  public void only(String part, String word) {
    if (!phase.name().equals(part)) {
      throw refused(word + " is for " + part + " parts");
    }
  }

  /** The milliseconds after which the part runs again; refuses the step that is being planned in parts that do not. */
  public int period(String word) {
    if (phase.period() == 0) {
      throw refused(word + " is for every(..)");
    }
    return phase.period();
  }

  /** Refuses the step that is being planned where the message that it changes has gone already. */
  public void changes() {
    phase.changes(this);
  }

  // reading

  /** Reads the first value of a header, in lower case, of the phase's map. */
  public Reader header(String name) {
    return headerCell(name).use();
  }

  /** Refuses what reads headers where there are none. */
  public void readsHeaders() {
    phase.readsHeaders(this);
  }

  /** Says that texts are asked something: where these are many headers, all of them are read at once. */
  public void asks() {
    if (ahead == null) {
      ahead = new ReadAhead(headers);
      headers.readAhead(ahead);
    }
  }

  /** The cell of a header that is going to be changed. */
  public HeaderCell headerCell(String name) {
    readsHeaders();
    Bytes key = Bytes.constant(name);
    HeaderCell cell = (HeaderCell) headers.find(key);
    if (cell == null) {
      cell = new HeaderCell(key);
      cell.readAhead(ahead);
      headers.add(cell);
    }
    return cell;
  }

  public Reader requestAttribute(String pseudoHeader) {
    return phase.requestAttribute(this, pseudoHeader);
  }

  /** Reads something of the request's headers, in whatever part. Sources with the same key are the same. */
  public Reader ofRequest(String key, RequestSource source) {
    return phase.ofRequest(this, key, source);
  }

  /** Reads the first value of a header of the response; refused where there is none yet. */
  public Reader responseHeader(String name) {
    return phase.responseHeader(this, name);
  }

  /** A place for a text that one op keeps for another. */
  public KeptCell kept() {
    KeptCell cell = new KeptCell(Bytes.constant("\0" + Decimal.of(properties.count())));
    properties.add(cell);
    return cell;
  }

  public Reader responseStatus() {
    return phase.responseStatus(this);
  }

  /** Reads an attribute, see {@link dev.sluice.abi.codec.PropertyPath}. */
  public Reader property(Bytes path) {
    Cell cell = properties.find(path);
    if (cell == null) {
      cell = new PropertyCell(path);
      properties.add(cell);
    }
    return cell.use();
  }

  /** The finished program. */
  Program finish() {
    end();
    int slots = properties.place(headers.place(0));
    return new Program(phase, ops(), origins(), slots, entries(), scope, suspension, prelude);
  }
}
