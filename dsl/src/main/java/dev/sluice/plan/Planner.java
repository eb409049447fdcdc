package dev.sluice.plan;

import dev.sluice.abi.Bytes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Flattens one part of a pipeline into a program. Parts of steps are put on a stack of things still to plan, so a
 * pipeline of any depth plans in a loop. Failure branches are planned behind the straight way.
 */
public final class Planner {
  private final Phase phase;
  private final boolean manyLayers;
  private final int[] entries;
  private final List<Op> ops = new ArrayList<>();
  private final List<Origin> origins = new ArrayList<>();
  private final Map<Bytes, HeaderCell> headers = new HashMap<>();
  private final Map<Bytes, PropertyCell> properties = new HashMap<>();
  private final List<Plannable> aside = new ArrayList<>();
  private final List<Origin> asideOrigins = new ArrayList<>();
  private Plannable[] todo = new Plannable[16];
  private Origin[] todoOrigins = new Origin[16];
  private int todoCount;
  private Origin current;

  Planner(Phase phase, int layers) {
    this.phase = phase;
    this.manyLayers = layers > 1;
    this.entries = new int[layers + 1];
    Arrays.fill(entries, Op.STOP);
  }

  // what words call

  public Phase phase() {
    return phase;
  }

  /** Puts the op at the end of what there is. */
  public void emit(Op op) {
    ops.add(op);
    origins.add(current);
  }

  /** Plans these in their order, before anything that was scheduled earlier. */
  public void next(Plannable... parts) {
    for (int i = parts.length - 1; i >= 0; i--) {
      push(parts[i], current);
    }
  }

  /** Steps in their order as parts of the step that is being planned, to be given to {@link #next}. */
  public static Plannable steps(List<? extends PlannedStep> steps) {
    return planner -> planner.push(planner.current, steps);
  }

  /** Like {@link #steps(List)}, under the name of a branch in step paths. */
  public static Plannable branch(String name, List<? extends PlannedStep> steps) {
    return planner -> planner.push(planner.current.branch(name), steps);
  }

  /** Plans a failure branch behind the straight way and returns where it begins. */
  public Label aside(String name, TerminalStep step) {
    Origin origin = current.branch(name).child(step, 1);
    return aside(step, origin);
  }

  /** The failure branch of a step whose author declared none. */
  public Label refusal(String name) {
    int status = phase.refusalStatus();
    return aside(new ReplyOp(Reply.of(status, "sluice_refused", Bytes.EMPTY, List.of())), current.branch(name));
  }

  private Label aside(Plannable part, Origin origin) {
    Label label = new Label();
    aside.add(label);
    asideOrigins.add(origin);
    aside.add(part);
    asideOrigins.add(origin);
    return label;
  }

  /** Reads the first value of a header, in lower case, of the phase's map. */
  public Reader header(String name) {
    return headerCell(name).use();
  }

  /** The cell of a header that is going to be changed. */
  public HeaderCell headerCell(String name) {
    Bytes key = Bytes.constant(name);
    HeaderCell cell = headers.get(key);
    if (cell == null) {
      cell = new HeaderCell(key);
      headers.put(key, cell);
    }
    return cell;
  }

  public Reader requestAttribute(String pseudoHeader, String property) {
    return phase.requestAttribute(this, pseudoHeader, property);
  }

  public Reader responseStatus() {
    return phase.responseStatus(this);
  }

  /** A refusal of the step that is being planned, naming where it stands. */
  public IllegalArgumentException refused(String reason) {
    return new IllegalArgumentException(current.path() + ": " + reason);
  }

  Reader property(Bytes path) {
    PropertyCell cell = properties.get(path);
    if (cell == null) {
      cell = new PropertyCell(path);
      properties.put(path, cell);
    }
    return cell.use();
  }

  int here() {
    return ops.size();
  }

  // what the builder of a pipeline's plan calls

  void layer(int layer, List<? extends PlannedStep> steps) {
    entries[layer + 1] = here();
    String name = manyLayers ? "filter " + (layer + 1) + "/" + phase.name() : phase.name();
    current = Origin.part(name, layer);
    push(current, steps);
    drain();
  }

  Program finish() {
    entries[0] = here();
    emit(new End());
    for (int layer = 1; layer < entries.length; layer++) {
      if (entries[layer] == Op.STOP) {
        entries[layer] = entries[layer - 1];
      }
    }
    for (int i = 0; i < aside.size(); i++) {
      push(aside.get(i), asideOrigins.get(i));
      drain();
    }
    int slots = 0;
    for (Cell cell : headers.values()) {
      slots = cell.place(slots);
    }
    for (Cell cell : properties.values()) {
      slots = cell.place(slots);
    }
    return new Program(phase, ops.toArray(new Op[0]), origins.toArray(new Origin[0]), slots, entries);
  }

  private void drain() {
    while (todoCount > 0) {
      todoCount--;
      Plannable part = todo[todoCount];
      current = todoOrigins[todoCount];
      todo[todoCount] = null;
      part.plan(this);
    }
  }

  private void push(Origin parent, List<? extends PlannedStep> steps) {
    for (int i = steps.size() - 1; i >= 0; i--) {
      PlannedStep step = steps.get(i);
      push(step, parent.child(step, i + 1));
    }
  }

  private void push(Plannable part, Origin origin) {
    if (todoCount == todo.length) {
      todo = Arrays.copyOf(todo, 2 * todoCount);
      todoOrigins = Arrays.copyOf(todoOrigins, 2 * todoCount);
    }
    todo[todoCount] = part;
    todoOrigins[todoCount] = origin;
    todoCount++;
  }
}
