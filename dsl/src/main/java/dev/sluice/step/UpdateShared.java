package dev.sluice.step;

import dev.sluice.abi.Bytes;
import dev.sluice.abi.SharedValue;
import dev.sluice.abi.Status;
import dev.sluice.plan.Check;
import dev.sluice.plan.Label;
import dev.sluice.plan.Lists;
import dev.sluice.plan.LoadText;
import dev.sluice.plan.Op;
import dev.sluice.plan.Planner;
import dev.sluice.plan.Run;
import dev.sluice.plan.SharedTable;
import dev.sluice.plan.Way;
import dev.sluice.value.TextValue;
import java.util.List;

/**
 * Changes a value of shared data by what it was: what is there is bound to a name, the new value is made with it and
 * written if nobody else has written meanwhile, else all is done again, ten times at most. Then, and where the proxy has
 * no room or forbids it, its failure steps run, by default a reply with 503. A new value that is absent leaves what is
 * there.
 *
 * <pre>{@code
 * updateSharedData("total", "before", ref("before").asLong().orElse(0).plus(query("n").asLong()).asText())
 * }</pre>
 *
 * @param old the name that is bound to what was there, absent where nothing was
 * @param onFailure none for a reply with 503
 */
public record UpdateShared(String key, String old, TextValue value, List<Step> onFailure) implements Step {
  private static final int MOST_TRIES = 10;

  public UpdateShared {
    Check.filled("updateSharedData", "the key", key);
    Check.filled("updateSharedData", "the name of the old value", old);
    Check.given("updateSharedData", "the new value of " + key, value);
    onFailure = Lists.copy(Check.given("updateSharedData", "the list of failure steps", onFailure));
  }

  /** What happens where it is not changed. Unless one of the steps answers, the pipeline goes on. */
  public UpdateShared onFailure(Step... steps) {
    return new UpdateShared(key, old, value, Check.some("onFailure", "step", steps));
  }

  @Override
  public String word() {
    return "updateSharedData";
  }

  @Override
  public String describe() {
    return "update shared data \"" + key + "\" from \"" + old + "\" to " + value.describe();
  }

  /** What makes the new value may be ops of its own, so they stand between those that read and write, and run again with them. */
  @Override
  public void plan(Planner planner) {
    Label end = new Label();
    Label failed = Failures.plan(planner, onFailure, "sluice_shared_data", end);
    Label again = new Label();
    Bytes name = Bytes.constant(key);
    int slot = planner.bind(old);
    int note = planner.note();
    again.plan(planner);
    planner.emit(new Fetch(name, slot, note));
    planner.emit(new LoadText(value.reader(planner), "a new value for " + key, true, end));
    planner.emit(new Write(key, name, note, again, failed));
    planner.next(end);
  }

  /** Reads what is there, and notes what is to be compared with it. */
  private static final class Fetch extends Op {
    private final Bytes key;
    private final int slot;
    private final int note;

    Fetch(Bytes key, int slot, int note) {
      this.key = key;
      this.slot = slot;
      this.note = note;
    }

    @Override
    public int run(Run run, int pc) {
      SharedValue there = SharedTable.get(run, key);
      int tries = Note.tries(run.variable(note));
      run.variable(slot, there.value().isOk() ? there.value().bytes() : null);
      run.variable(note, Note.of(tries, SharedTable.compared(there, tries)));
      return pc + 1;
    }

    @Override
    public boolean varies() {
      return true;
    }
  }

  /** How often a change has been tried, and what it is compared with: bytes, as all that is kept of a stream. */
  private static final class Note {
    private Note() {}

    static Bytes of(int tries, int compared) {
      return Bytes.wrap(new byte[] {
          (byte) tries, (byte) (compared >> 24), (byte) (compared >> 16), (byte) (compared >> 8), (byte) compared});
    }

    /** That it is to be tried again. */
    static Bytes again(int tries) {
      return Bytes.wrap(new byte[] {(byte) tries});
    }

    /** Of what is to be tried again, else 0: a note may be left of a change that was over. */
    static int tries(Bytes note) {
      return note != null && note.length() == 1 ? note.at(0) : 0;
    }

    static int compared(Bytes note) {
      return note.at(1) << 24 | (note.at(2) & 0xff) << 16 | (note.at(3) & 0xff) << 8 | note.at(4) & 0xff;
    }
  }

  private static final class Write extends Op {
    private final String name;
    private final Bytes key;
    private final int note;
    private final Label again;
    private final Label failed;

    Write(String name, Bytes key, int note, Label again, Label failed) {
      this.name = name;
      this.key = key;
      this.note = note;
      this.again = again;
      this.failed = failed;
    }

    @Override
    public int run(Run run, int pc) {
      Bytes noted = run.variable(note);
      Status status = SharedTable.set(run, key, run.text(), Note.compared(noted));
      int tries = noted.at(0) + 1;
      if (status == Status.CAS_MISMATCH && tries < MOST_TRIES) {
        run.variable(note, Note.again(tries));
        return again.pc();
      }
      return status.isOk() ? pc + 1 : failed.pc();
    }

    @Override
    public boolean varies() {
      return true;
    }

    @Override
    public List<Way> ways() {
      return List.of(Way.onward(name + " is changed"), Way.to(failed, name + " cannot be changed"));
    }
  }
}
