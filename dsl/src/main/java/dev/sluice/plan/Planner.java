package dev.sluice.plan;

import dev.sluice.abi.Bytes;
import dev.sluice.abi.Decimal;
import dev.sluice.abi.MapType;
import dev.sluice.abi.MetricType;
import java.util.List;

/**
 * Flattens one part of a pipeline into a program. Parts of steps are put on a stack of things still to plan, so a
 * pipeline of any depth plans in a loop. Failure branches are planned behind the straight way.
 */
public final class Planner {
  private static final int ROOM = 16;
  private static final Label NOWHERE = new Label();

  private final Phase phase;
  private final Scope scope;
  private final boolean manyLayers;
  private final int[] entries;
  private final Cells headers = new Cells();
  private final Cells properties = new Cells();
  private Op[] ops = new Op[ROOM];
  private Origin[] origins = new Origin[ROOM];
  private int count;
  private Pending todo;
  private Pending aside;
  private Pending lastAside;
  private Suspension suspension;
  private BodySuspension trailing;
  private Prelude prelude;
  private Origin current;

  Planner(Phase phase, Scope scope, int layers) {
    this.phase = phase;
    this.scope = scope;
    this.manyLayers = layers > 1;
    this.entries = new int[layers + 1];
    for (int i = 0; i <= layers; i++) {
      entries[i] = Op.STOP;
    }
  }

  // what words call

  public Phase phase() {
    return phase;
  }

  /** Puts the op at the end of what there is. */
  public void emit(Op op) {
    if (count == ops.length) {
      ops = resized(ops, 2 * count);
      origins = resized(origins, 2 * count);
    }
    ops[count] = op;
    origins[count] = current;
    count++;
  }

  /** Plans these in their order, before anything that was scheduled earlier. */
  public void next(Plannable... parts) {
    for (int i = parts.length - 1; i >= 0; i--) {
      push(parts[i], current);
    }
  }

  /** Steps in their order as parts of the step that is being planned, to be given to {@link #next}. */
  public static Plannable steps(List<? extends PlannedStep> steps) {
    return branch(null, steps);
  }

  /** Like {@link #steps(List)}, under the name of a branch in step paths. */
  public static Plannable branch(String name, List<? extends PlannedStep> steps) {
    return planner -> planner.push(name == null ? planner.current : planner.current.branch(name), steps);
  }

  /** Plans a failure branch behind the straight way and returns where it begins. */
  public Label aside(String name, TerminalStep step) {
    Origin origin = current.branch(name).child(step, 1);
    return aside(step, origin);
  }

  /** Plans a failure branch of any steps behind the straight way, which it comes back to unless its steps answer. */
  public Label detour(String name, List<? extends PlannedStep> steps, Label back) {
    Origin origin = current.branch(name);
    return aside(planner -> planner.next(steps(steps), new Jump(back)), origin);
  }

  /** A failure branch that answers with this status. */
  public Label failure(String name, int status, String details) {
    return aside(new ReplyOp(Reply.of(status, details, Bytes.EMPTY, Lists.none())), current.branch(name));
  }

  /** The failure branch of a step whose author declared none. */
  public Label refusal(String name) {
    return failure(name, phase.refusalStatus(), "sluice_refused");
  }

  private Label aside(Plannable part, Origin origin) {
    Label label = new Label();
    Pending added = new Pending(label, origin, new Pending(part, origin, null));
    if (lastAside == null) {
      aside = added;
    } else {
      lastAside.next = added;
    }
    lastAside = added.next;
    return label;
  }

  // holding and remembering

  /** Where the ops of a program without steps come from. */
  void beginWithoutSteps() {
    if (current == null) {
      current = Origin.part(phase.name(), 0);
    }
  }

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

  /** The cell of a header that is going to be changed. */
  public HeaderCell headerCell(String name) {
    readsHeaders();
    Bytes key = Bytes.constant(name);
    HeaderCell cell = (HeaderCell) headers.find(key);
    if (cell == null) {
      cell = new HeaderCell(key);
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

  /** A refusal of the step that is being planned, naming where it stands. */
  public IllegalArgumentException refused(String reason) {
    return new IllegalArgumentException(current.path() + ": " + reason);
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

  int here() {
    return count;
  }

  // what the builder of a pipeline's plan calls

  void layer(int layer, List<? extends PlannedStep> steps) {
    entries[layer + 1] = here();
    String name = manyLayers ? "filter " + Decimal.of(layer + 1) + "/" + phase.name() : phase.name();
    current = Origin.part(name, layer);
    push(current, steps);
    drain();
  }

  Program finish() {
    entries[0] = here();
    emit(new Jump(NOWHERE));
    for (int layer = 1; layer < entries.length; layer++) {
      if (entries[layer] == Op.STOP) {
        entries[layer] = entries[layer - 1];
      }
    }
    for (Pending one = aside; one != null; one = one.next) {
      push(one.part, one.origin);
      drain();
    }
    int slots = properties.place(headers.place(0));
    return new Program(phase, resized(ops, count), resized(origins, count), slots, entries, scope, suspension, prelude);
  }

  private void drain() {
    while (todo != null) {
      Pending one = todo;
      todo = one.next;
      current = one.origin;
      one.part.plan(this);
    }
  }

  private void push(Origin parent, List<? extends PlannedStep> steps) {
    for (int i = steps.size() - 1; i >= 0; i--) {
      PlannedStep step = steps.get(i);
      push(step, parent.child(step, i + 1));
    }
  }

  private void push(Plannable part, Origin origin) {
    todo = new Pending(part, origin, todo);
  }

  private static Op[] resized(Op[] array, int length) {
    Op[] other = new Op[length];
    System.arraycopy(array, 0, other, 0, Math.min(array.length, length));
    return other;
  }

  private static Origin[] resized(Origin[] array, int length) {
    Origin[] other = new Origin[length];
    System.arraycopy(array, 0, other, 0, Math.min(array.length, length));
    return other;
  }

  /** Something still to plan, with where it comes from. */
  private static final class Pending {
    private final Plannable part;
    private final Origin origin;
    private Pending next;

    Pending(Plannable part, Origin origin, Pending next) {
      this.part = part;
      this.origin = origin;
      this.next = next;
    }
  }
}
