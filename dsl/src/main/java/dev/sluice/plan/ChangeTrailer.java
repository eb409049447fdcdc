package dev.sluice.plan;

import dev.sluice.abi.Bytes;
import java.util.List;

/**
 * Changes a trailer of the phase's message: at once where its end is there, else when it comes. A message that has ended with
 * its headers gets none.
 */
public final class ChangeTrailer extends Op {
  private final TrailerEdit.Kind kind;
  private final Bytes name;
  private final Label failed;

  /** @param failed where the program goes on when the message cannot get trailers; null where none are added */
  public ChangeTrailer(TrailerEdit.Kind kind, Bytes name, Label failed) {
    this.kind = kind;
    this.name = name;
    this.failed = failed;
  }

  @Override
  public int run(Run run, int pc) {
    TrailerEdit edit = new TrailerEdit(kind, name, failed == null ? Bytes.EMPTY : run.text());
    if (!run.isBodyComplete()) {
      run.atItsEnd(edit);
      return pc + 1;
    }
    if (run.hasTrailers() || run.isEnding()) {
      run.change(edit);
      return pc + 1;
    }
    return failed == null ? pc + 1 : failed.pc();
  }

  @Override
  public List<Way> ways() {
    return failed == null
        ? List.of()
        : List.of(Way.onward("the message can have trailers"), Way.to(failed, "the message can have no trailers"));
  }
}
