package dev.sluice.step;

import dev.sluice.abi.Bytes;
import dev.sluice.abi.SharedValue;
import dev.sluice.abi.Status;
import dev.sluice.data.ByteSink;
import dev.sluice.plan.Check;
import dev.sluice.plan.Label;
import dev.sluice.plan.Lists;
import dev.sluice.plan.Op;
import dev.sluice.plan.Planner;
import dev.sluice.plan.Reader;
import dev.sluice.plan.Run;
import dev.sluice.plan.SharedTable;
import dev.sluice.plan.Way;
import dev.sluice.value.TextValue;
import dev.sluice.value.text.Digits;
import io.vavr.control.Option;
import java.util.List;

/**
 * Takes a token out of a bucket. Where there is none, the steps for that run, by default a reply with 429. Where others take
 * from the same bucket at the same time it tries again, ten times at most; then, and where the proxy has no room or forbids
 * it, the failure steps run, by default a reply with 503.
 *
 * @param left the name that is bound to the number of tokens that are left, none for no name
 * @param pause the name that is bound to the seconds, rounded up, until tokens come in again, none for no name
 * @param onEmpty none for a reply with 429
 * @param onFailure none for a reply with 503
 */
public record TakeToken(
    TokenBucket bucket, TextValue key, Option<String> left, Option<String> pause, List<Step> onEmpty,
    List<Step> onFailure)
    implements
    Step {
  private static final int TOO_MANY_REQUESTS = 429;
  private static final int MOST_TRIES = 10;
  private static final int UNNAMED = -1;
  private static final int MILLIS = 1000;

  public TakeToken {
    Check.given("take", "the bucket", bucket);
    Check.given("take", "the key", key);
    Check.given("take", "the name of what is left", left);
    Check.given("take", "the name of the time to wait", pause);
    onEmpty = Lists.copy(Check.given("take", "the list of steps for an empty bucket", onEmpty));
    onFailure = Lists.copy(Check.given("take", "the list of failure steps", onFailure));
  }

  /** The same, with the number of tokens that are left bound to a name. */
  public TakeToken as(String name) {
    Option<String> given = Option.some(Check.filled("as", "the name", name));
    return new TakeToken(bucket, key, given, pause, onEmpty, onFailure);
  }

  /** The same, with the seconds until tokens come in again, rounded up, bound to a name. */
  public TakeToken waitAs(String name) {
    Option<String> given = Option.some(Check.filled("waitAs", "the name", name));
    return new TakeToken(bucket, key, left, given, onEmpty, onFailure);
  }

  /** What happens where there is no token. Unless one of the steps answers, the pipeline goes on. */
  public TakeToken onEmpty(Step... steps) {
    return new TakeToken(bucket, key, left, pause, Check.some("onEmpty", "step", steps), onFailure);
  }

  /** What happens where no token can be taken. Unless one of the steps answers, the pipeline goes on. */
  public TakeToken onFailure(Step... steps) {
    return new TakeToken(bucket, key, left, pause, onEmpty, Check.some("onFailure", "step", steps));
  }

  @Override
  public String word() {
    return "take";
  }

  @Override
  public String describe() {
    return "take a token of " + bucket.slots().name() + " for " + key.describe();
  }

  @Override
  public void plan(Planner planner) {
    Label end = new Label();
    Label failed = Failures.plan(planner, onFailure, "sluice_shared_data", end);
    Label empty = onEmpty.isEmpty()
        ? planner.failure("empty", TOO_MANY_REQUESTS, "sluice_too_many_requests")
        : planner.detour("empty", onEmpty, end);
    Taking taking = new Taking(bucket, key.reader(planner), slot(planner, left), slot(planner, pause));
    planner.emit(new Look(taking, empty));
    planner.emit(new Write(taking, empty, failed));
    planner.next(end);
  }

  private static int slot(Planner planner, Option<String> name) {
    return name.isDefined() ? planner.bind(name.get()) : UNNAMED;
  }

  /** What both ops do: the one looks and the other writes, so that an explanation knows what an empty bucket costs. */
  private static final class Taking {
    private static final int LEVEL = 16;

    private final TokenBucket bucket;
    private final Reader key;
    private final int left;
    private final int pause;

    Taking(TokenBucket bucket, Reader key, int left, int pause) {
      this.bucket = bucket;
      this.key = key;
      this.left = left;
      this.pause = pause;
    }

    String what() {
      return bucket.slots().name();
    }

    Bytes place(Run run) {
      Bytes wanted = key.read(run);
      return bucket.slots().place(wanted == null ? Bytes.EMPTY : wanted);
    }

    /**
     * Looks into a bucket. What is to be written, and where, becomes the run's text, what it is to be compared with the run's
     * number. Nothing is written of an empty bucket: those who ask too often cost the least.
     */
    boolean look(Run run, Bytes place, int tries) {
      long now = SharedTable.now(run);
      SharedValue there = SharedTable.get(run, place);
      BucketLevel level = BucketLevel.read(bucket, there.value(), now);
      boolean has = level.tokens() > 0;
      BucketLevel then = has ? level.without(1) : level;
      if (left != UNNAMED) {
        run.variable(left, Digits.text(then.tokens()));
      }
      if (pause != UNNAMED) {
        long millis = Math.max(1, then.since() + bucket.millis() - now);
        run.variable(pause, Digits.text((millis + MILLIS - 1) / MILLIS));
      }
      run.number(SharedTable.compared(there, tries));
      run.text(new ByteSink(LEVEL + place.length()).put(then.bytes()).put(place).bytes());
      return has;
    }

    static Bytes level(Bytes text) {
      return text.slice(0, LEVEL);
    }

    static Bytes place(Bytes text) {
      return text.slice(LEVEL, text.length());
    }
  }

  private static final class Look extends Op {
    private final Taking taking;
    private final Label empty;

    Look(Taking taking, Label empty) {
      this.taking = taking;
      this.empty = empty;
    }

    @Override
    public int run(Run run, int pc) {
      return taking.look(run, taking.place(run), 0) ? pc + 1 : empty.pc();
    }

    @Override
    public boolean varies() {
      return true;
    }

    @Override
    public List<Way> ways() {
      return List.of(Way.onward(taking.what() + " has a token"), Way.to(empty, taking.what() + " has no token"));
    }
  }

  private static final class Write extends Op {
    private final Taking taking;
    private final Label empty;
    private final Label failed;

    Write(Taking taking, Label empty, Label failed) {
      this.taking = taking;
      this.empty = empty;
      this.failed = failed;
    }

    @Override
    public int run(Run run, int pc) {
      Bytes place = Taking.place(run.text());
      for (int i = 1;; i++) {
        Status status = SharedTable.set(run, place, Taking.level(run.text()), (int) run.number());
        if (status != Status.CAS_MISMATCH || i == MOST_TRIES) {
          return status.isOk() ? pc + 1 : failed.pc();
        }
        if (!taking.look(run, place, i)) {
          return empty.pc();
        }
      }
    }

    @Override
    public boolean varies() {
      return true;
    }

    @Override
    public List<Way> ways() {
      return List.of(
          Way.onward("the token of " + taking.what() + " is taken"),
          Way.to(failed, taking.what() + " cannot be taken from"));
    }
  }
}
