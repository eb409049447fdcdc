package dev.sluice.step;

import dev.sluice.abi.Answer;
import dev.sluice.abi.Bytes;
import dev.sluice.abi.Fetched;
import dev.sluice.abi.codec.PropertyPath;
import dev.sluice.plan.Check;
import dev.sluice.plan.Label;
import dev.sluice.plan.Lists;
import dev.sluice.plan.LoadText;
import dev.sluice.plan.Op;
import dev.sluice.plan.Planner;
import dev.sluice.plan.Run;
import dev.sluice.plan.Way;
import dev.sluice.value.TextValue;
import io.vavr.control.Option;
import java.util.List;

/**
 * Puts a message at the end of a queue, for whoever takes from it ({@code onQueue} of this or another plugin). An absent
 * message is none. Where no plugin has made the queue or the proxy has no room, its failure steps run, by default a reply
 * with 503.
 *
 * <pre>{@code
 * enqueue("audit", template("{} {}", method(), path())).onFailure(log(LogLevel.WARN, "not audited"))
 * }</pre>
 *
 * @param vmId the id of the VM that made the queue, none for the plugin's own
 * @param onFailure none for a reply with 503
 */
public record Enqueue(Option<String> vmId, String queue, TextValue message, List<Step> onFailure) implements Step {
  public Enqueue {
    Check.given("enqueue", "the id of the VM", vmId);
    Check.filled("enqueue", "the name of the queue", queue);
    Check.given("enqueue", "the message", message);
    onFailure = Lists.copy(Check.given("enqueue", "the list of failure steps", onFailure));
  }

  /** The same for a queue that was made by plugins of the VM with this id. */
  public Enqueue ofVm(String id) {
    return new Enqueue(Option.some(Check.given("ofVm", "the id", id)), queue, message, onFailure);
  }

  /** What happens where it is not queued. Unless one of the steps answers, the pipeline goes on. */
  public Enqueue onFailure(Step... steps) {
    return new Enqueue(vmId, queue, message, Check.some("onFailure", "step", steps));
  }

  @Override
  public String word() {
    return "enqueue";
  }

  @Override
  public String describe() {
    return "enqueue " + message.describe() + " in \"" + queue + "\"" + (vmId.isDefined() ? " of VM " + vmId.get() : "");
  }

  @Override
  public void plan(Planner planner) {
    Label end = new Label();
    Label known = new Label();
    Label failed = Failures.plan(planner, onFailure, "sluice_not_queued", end);
    Queue found = new Queue(this);
    planner.emit(new LoadText(message.reader(planner), message.describe(), message.varies(), end));
    planner.emit(new Find(found, known));
    planner.emit(new Resolve(found, failed));
    planner.next(known, new Put(found, failed), end);
  }

  /** The queue, once it has been found. */
  private static final class Queue {
    private static final int UNKNOWN = -1;

    private final String name;
    private final Bytes queue;
    private final Bytes vmId;
    private int token = UNKNOWN;

    Queue(Enqueue step) {
      name = "the queue \"" + step.queue + "\"";
      queue = Bytes.utf8(step.queue);
      vmId = step.vmId.isDefined() ? Bytes.utf8(step.vmId.get()) : null;
    }
  }

  private static final class Find extends Op {
    private final Queue queue;
    private final Label known;

    Find(Queue queue, Label known) {
      this.queue = queue;
      this.known = known;
    }

    @Override
    public int run(Run run, int pc) {
      return queue.token == Queue.UNKNOWN ? pc + 1 : known.pc();
    }

    @Override
    public boolean varies() {
      return true;
    }

    @Override
    public List<Way> ways() {
      return List.of(Way.onward(queue.name + " is not known yet"), Way.to(known, queue.name + " is known"));
    }
  }

  private static final class Resolve extends Op {
    private static final Bytes OWN_VM = PropertyPath.of("plugin_vm_id");

    private final Queue queue;
    private final Label failed;

    Resolve(Queue queue, Label failed) {
      this.queue = queue;
      this.failed = failed;
    }

    @Override
    public int run(Run run, int pc) {
      Bytes vm = queue.vmId;
      if (vm == null) {
        Fetched own = run.host().properties().get(OWN_VM);
        vm = own.isOk() ? own.bytes() : Bytes.EMPTY;
      }
      Answer token = run.host().sharedQueues().resolve(vm, queue.queue);
      if (!token.isOk()) {
        return failed.pc();
      }
      queue.token = token.asInt();
      return pc + 1;
    }

    @Override
    public boolean varies() {
      return true;
    }

    @Override
    public List<Way> ways() {
      return List.of(Way.onward(queue.name + " is there"), Way.to(failed, queue.name + " is not there"));
    }
  }

  private static final class Put extends Op {
    private final Queue queue;
    private final Label failed;

    Put(Queue queue, Label failed) {
      this.queue = queue;
      this.failed = failed;
    }

    @Override
    public int run(Run run, int pc) {
      return run.host().sharedQueues().enqueue(queue.token, run.text()).isOk() ? pc + 1 : failed.pc();
    }

    @Override
    public boolean varies() {
      return true;
    }

    @Override
    public List<Way> ways() {
      return List.of(Way.onward(queue.name + " takes the message"), Way.to(failed, queue.name + " is gone or full"));
    }
  }
}
