package dev.sluice.plan;

import dev.sluice.abi.Bytes;
import java.util.List;

/**
 * Changes a trailer of the phase's message: at once where its end is there, else when it comes. A message that has ended with
 * its headers gets none. In HTTP/1.1 only a message without content-length has trailers (RFC 9112 section 7.1.2), so the length
 * is dropped where some are made.
 */
public final class ChangeTrailer extends Op {
  private final TrailerEdit.Kind kind;
  private final Bytes name;
  private final HeaderCell length;
  private final Label failed;

  /**
   * Makes the op.
   *
   * @param length the content-length of the message, null where no trailer is added
   * @param failed where the program goes on when the message cannot get trailers; null where none are added
   */
  public ChangeTrailer(TrailerEdit.Kind kind, Bytes name, HeaderCell length, Label failed) {
    this.kind = kind;
    this.name = name;
    this.length = length;
    this.failed = failed;
  }

  /** Takes a trailer out. */
  public static ChangeTrailer remove(Bytes name) {
    return new ChangeTrailer(TrailerEdit.Kind.REMOVE, name, null, null);
  }

  @Override
  public int run(Run run, int pc) {
    TrailerEdit edit = new TrailerEdit(kind, name, failed == null ? Bytes.EMPTY : run.text());
    boolean complete = run.body().isComplete();
    if (complete && !run.body().hasTrailers() && !run.body().isEnding()) {
      return failed == null ? pc + 1 : failed.pc();
    }
    if (failed != null && run.body().lacksTrailers()) {
      run.removeHeader(length);
    }
    if (complete) {
      run.body().change(edit);
    } else {
      run.body().changeAtItsEnd(edit);
    }
    return pc + 1;
  }

  @Override
  public List<Way> ways() {
    return failed == null
        ? List.of()
        : List.of(Way.onward("the message can have trailers"), Way.to(failed, "the message can have no trailers"));
  }
}
