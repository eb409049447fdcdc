package dev.sluice.plan;

import java.util.List;

/** One instruction of a {@link Program}. */
public abstract class Op implements Plannable {
  /** Returned in the place of the next index: the program is over. */
  public static final int STOP = -1;
  /** Returned in the place of the next index: the stream is held, and the same op is asked again when something came. */
  public static final int HOLD = -2;

  /** Does its work and returns the index of the op that comes next, {@link #STOP} or {@link #HOLD}. */
  public abstract int run(Run run, int pc);

  /** All ways on from here where there is a choice, for analysis; none where the result of {@link #run} is fixed. */
  public List<Way> ways() {
    return List.of();
  }

  /** Whether running it outside of a stream means nothing: code of the plugin's author. For analysis. */
  public boolean isOpaque() {
    return false;
  }

  /** Whether the same question may have another answer the next time: about time or chance. For analysis. */
  public boolean varies() {
    return false;
  }

  @Override
  public final void plan(Planner planner) {
    planner.emit(this);
  }
}
