package dev.sluice.plan;

import dev.sluice.abi.Bytes;
import dev.sluice.abi.Decimal;
import java.util.List;

/**
 * Puts ops behind each other. Parts of steps are put on a stack of things still to plan, so a pipeline of any depth plans
 * in a loop. Failure branches are planned behind the straight way.
 */
public abstract class ProgramWriter {
  private static final int ROOM = 16;

  final Phase phase;
  private final boolean manyLayers;
  private final int[] entries;
  private Op[] ops = new Op[ROOM];
  private Origin[] origins = new Origin[ROOM];
  private int count;
  private Pending todo;
  private Pending aside;
  private Pending lastAside;
  Origin current;

  ProgramWriter(Phase phase, int layers) {
    this.phase = phase;
    this.manyLayers = layers > 1;
    this.entries = new int[layers + 1];
    for (int i = 0; i <= layers; i++) {
      entries[i] = Op.STOP;
    }
  }

  /** Puts the op at the end of what there is. */
  public void emit(Op op) {
    if (count == ops.length) {
      resize(2 * count);
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

  /** Plans a failure branch behind the straight way and returns where it begins. */
  public Label aside(String name, TerminalStep step) {
    Origin origin = current.branch(name).child(step, 1);
    return aside(step, origin);
  }

  /** Plans a failure branch of any steps behind the straight way, which it comes back to unless its steps answer. */
  public Label detour(String name, List<? extends PlannedStep> steps, Label back) {
    Origin origin = current.branch(name);
    return aside(planner -> planner.next(Planner.steps(steps), new Jump(back)), origin);
  }

  /** A failure branch that answers with this status. */
  public Label failure(String name, int status, String details) {
    return aside(new ReplyOp(Reply.of(status, details, Bytes.EMPTY, Lists.none())), current.branch(name));
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

  /** Where the ops of a program without steps come from. */
  void beginWithoutSteps() {
    if (current == null) {
      current = Origin.part(phase.name(), 0);
    }
  }

  /** A refusal of the step that is being planned, naming where it stands. */
  public IllegalArgumentException refused(String reason) {
    return new IllegalArgumentException(current.path() + ": " + reason);
  }

  int here() {
    return count;
  }

  void layer(int layer, List<? extends PlannedStep> steps) {
    entries[layer + 1] = here();
    String name = manyLayers ? "filter " + Decimal.of(layer + 1) + "/" + phase.name() : phase.name();
    current = Origin.part(name, layer);
    push(current, steps);
    drain();
  }

  private void drain() {
    while (todo != null) {
      Pending one = todo;
      todo = one.next;
      current = one.origin;
      one.part.plan((Planner) this);
    }
  }

  void push(Origin parent, List<? extends PlannedStep> steps) {
    for (int i = steps.size() - 1; i >= 0; i--) {
      PlannedStep step = steps.get(i);
      push(step, parent.child(step, i + 1));
    }
  }

  void push(Plannable part, Origin origin) {
    todo = new Pending(part, origin, todo);
  }

  /** Ends the program and plans the branches beside its straight way. */
  void end() {
    entries[0] = here();
    emit(new Jump(new Label()));
    for (int layer = 1; layer < entries.length; layer++) {
      if (entries[layer] == Op.STOP) {
        entries[layer] = entries[layer - 1];
      }
    }
    for (Pending one = aside; one != null; one = one.next) {
      push(one.part, one.origin);
      drain();
    }
    resize(count);
  }

  Op[] ops() {
    return ops;
  }

  Origin[] origins() {
    return origins;
  }

  /** Where each filter's part begins. */
  int[] entries() {
    return entries;
  }

  private void resize(int length) {
    Op[] otherOps = new Op[length];
    Origin[] otherOrigins = new Origin[length];
    System.arraycopy(ops, 0, otherOps, 0, count);
    System.arraycopy(origins, 0, otherOrigins, 0, count);
    ops = otherOps;
    origins = otherOrigins;
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
