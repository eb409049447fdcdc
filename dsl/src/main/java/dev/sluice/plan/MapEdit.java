package dev.sluice.plan;

import dev.sluice.abi.Header;
import java.util.ArrayList;
import java.util.List;

/**
 * A change of a whole header map: one hostcall reads it, one writes it, and that only where something changes.
 * Pseudo-headers are in the map and must stay in it.
 */
public abstract class MapEdit {
  /** What becomes of these pairs, which are not to be changed themselves; null where nothing changes. */
  public abstract List<Header> edit(List<Header> pairs, Run run);

  /** Plans the change; in words what it is asked for, such as {@code a header is to go}, and the opposite. */
  public final void plan(Planner planner, String changes, String doesNot) {
    Label end = new Label();
    planner.emit(new Look(this, end, changes, doesNot));
    planner.emit(new Write(this));
    planner.next(end);
  }

  /** Plans a change that always is one. */
  public final void plan(Planner planner) {
    planner.emit(new Write(this));
  }

  private static List<Header> read(Run run) {
    List<Header> pairs = new ArrayList<>();
    run.pairs().forEach((name, value) -> pairs.add(new Header(name, value)));
    return pairs;
  }

  private static final class Look extends Op {
    private final MapEdit edit;
    private final Label end;
    private final String changes;
    private final String doesNot;

    Look(MapEdit edit, Label end, String changes, String doesNot) {
      this.edit = edit;
      this.end = end;
      this.changes = changes;
      this.doesNot = doesNot;
    }

    @Override
    public int run(Run run, int pc) {
      return edit.edit(read(run), run) == null ? end.pc() : pc + 1;
    }

    @Override
    public List<Way> ways() {
      return List.of(Way.onward(changes), Way.to(end, doesNot));
    }
  }

  private static final class Write extends Op {
    private final MapEdit edit;

    Write(MapEdit edit) {
      this.edit = edit;
    }

    @Override
    public int run(Run run, int pc) {
      List<Header> pairs = read(run);
      List<Header> edited = edit.edit(pairs, run);
      run.replacePairs(edited == null ? pairs : edited);
      return pc + 1;
    }
  }
}
