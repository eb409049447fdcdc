package dev.sluice.step;

import dev.sluice.abi.Bytes;
import dev.sluice.plan.HeaderCell;
import dev.sluice.plan.HeaderOp;
import dev.sluice.plan.Label;
import dev.sluice.plan.Op;
import dev.sluice.plan.Planner;
import dev.sluice.plan.Reader;
import dev.sluice.plan.Run;
import dev.sluice.plan.Way;
import java.util.List;

/** What a step makes of the request's target ({@code :path}). Targets that are none in origin-form are left alone. */
abstract class TargetChange {
  /** Returned in the place of a target: the step's refusal answers. */
  static final Bytes REFUSED = Bytes.latin1("refused");

  /** Whether the same target may be changed in another way the next time: by time or chance. */
  boolean varies() {
    return false;
  }

  /** The new target, null where it stays as it is. */
  abstract Bytes of(Bytes target, Run run);

  /**
   * Plans the change for a request part.
   *
   * @param word of the step
   * @param what it does, in words
   * @param refusal name of its refusal's branch, null where it refuses nothing
   */
  final void plan(Planner planner, String word, String what, String refusal) {
    planner.only("request", word);
    HeaderCell header = planner.headerCell(":path");
    Label end = new Label();
    Label refused = refusal == null ? null : planner.refusal(refusal);
    planner.emit(new Load(planner.header(":path"), this, what, end, refused));
    planner.emit(new HeaderOp.Replace(header, null));
    planner.next(end);
  }

  private static final class Load extends Op {
    private final Reader target;
    private final TargetChange change;
    private final String what;
    private final Label end;
    private final Label refused;

    Load(Reader target, TargetChange change, String what, Label end, Label refused) {
      this.target = target;
      this.change = change;
      this.what = what;
      this.end = end;
      this.refused = refused;
    }

    @Override
    @SuppressWarnings("ReferenceEquality") // REFUSED is a mark, told from an equal text by what it is.
    public int run(Run run, int pc) {
      Bytes old = target.read(run);
      Bytes changed = change.of(old == null ? Bytes.EMPTY : old, run);
      if (changed == null || old == null || !Targets.isOriginForm(old)) {
        return end.pc();
      }
      if (changed == REFUSED) {
        return refused.pc();
      }
      run.text(changed);
      return pc + 1;
    }

    @Override
    public boolean varies() {
      return change.varies();
    }

    @Override
    public List<Way> ways() {
      Way onward = Way.onward("there is something to " + what);
      Way nothing = Way.to(end, "there is nothing to " + what);
      return refused == null
          ? List.of(onward, nothing)
          : List.of(onward, nothing, Way.to(refused, what + " makes no path"));
    }
  }
}
