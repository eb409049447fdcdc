package dev.sluice.step;

import dev.sluice.abi.Bytes;
import dev.sluice.abi.Decimal;
import dev.sluice.abi.SharedValue;
import dev.sluice.abi.Status;
import dev.sluice.data.digest.RandomBytes;
import dev.sluice.plan.Check;
import dev.sluice.plan.Label;
import dev.sluice.plan.Lists;
import dev.sluice.plan.Op;
import dev.sluice.plan.Planner;
import dev.sluice.plan.Run;
import dev.sluice.plan.SharedTable;
import dev.sluice.plan.Way;
import java.util.List;

/**
 * Runs steps of {@code every(..)} in one of all workers (VMs of the same id, that of the main thread included): the one that
 * holds a lease, which is a key of shared data. The lease lasts for three periods and is taken anew at each; so while its
 * holder lives the steps run once a period, and when it is gone another worker takes over after three periods and before the
 * fifth. A worker that stalls for three periods loses the lease and may still be at steps that it began before. Where the
 * proxy has no room for the key, the steps run nowhere, and the log says so.
 *
 * <pre>{@code
 * plugin("reports").every(Duration.ofMinutes(1),
 *     onOneWorker("report", call(cluster("stats"), post("/", sharedData("counted")))))
 * }</pre>
 *
 * @param lease tells leases of the same VM id apart; plugins that share one take turns
 */
public record OnOneWorker(String lease, List<Step> steps) implements Step {
  private static final String PREFIX = "sluice.lease.";

  public OnOneWorker {
    Check.filled("onOneWorker", "the name of the lease", lease);
    steps = Lists.copy(Check.given("onOneWorker", "the list of steps", steps));
  }

  @Override
  public String word() {
    return "onOneWorker";
  }

  @Override
  public String describe() {
    return "on the one worker with the lease \"" + lease + "\"";
  }

  @Override
  public void plan(Planner planner) {
    int period = planner.period("onOneWorker");
    Label end = new Label();
    planner.emit(new Take(lease, period, end));
    planner.next(Planner.steps(steps), end);
  }

  private static final class Take extends Op {
    private static final int PERIODS = 3;
    private static final int HOLDER_LENGTH = 36;

    /** Compared with a key that is new it does not matter, and no host comes to it: numbers are counted up from 1. */
    private static final int NEVER = -1;

    private final String name;
    private final Bytes key;
    private final long millis;
    private final Label end;
    private Bytes holder;

    Take(String name, int period, Label end) {
      this.name = name;
      this.key = Bytes.constant(PREFIX + name);
      this.millis = (long) PERIODS * period;
      this.end = end;
    }

    @Override
    public int run(Run run, int pc) {
      if (holder == null) {
        holder = Bytes.latin1(RandomBytes.uuid());
      }
      long now = SharedTable.now(run);
      SharedValue there = SharedTable.get(run, key);
      boolean isNew = !there.value().isOk();
      if (!isNew && isHeldByAnother(there.value().bytes(), now)) {
        return end.pc();
      }
      Bytes mine = Bytes.latin1(holder.latin1() + Decimal.of(now + millis));
      Status written = SharedTable.set(run, key, mine, isNew ? NEVER : there.cas());
      if (written == Status.INTERNAL_FAILURE) {
        throw new IllegalStateException("the proxy has no room for the lease \"" + name + "\"");
      }
      return written.isOk() ? pc + 1 : end.pc();
    }

    /** A lease that lasts longer than any is none: the clock was put back. */
    private boolean isHeldByAnother(Bytes lease, long now) {
      if (lease.length() <= HOLDER_LENGTH || lease.slice(0, HOLDER_LENGTH).equals(holder)) {
        return false;
      }
      long until = 0;
      for (int i = HOLDER_LENGTH; i < lease.length(); i++) {
        until = 10 * until + (lease.at(i) - '0');
      }
      return until > now && until <= now + millis;
    }

    @Override
    public boolean varies() {
      return true;
    }

    @Override
    public List<Way> ways() {
      return List.of(
          Way.onward("this worker has the lease " + name), Way.to(end, "another worker has the lease " + name));
    }
  }
}
