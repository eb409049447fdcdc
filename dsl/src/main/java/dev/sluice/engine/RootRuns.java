package dev.sluice.engine;

import dev.sluice.abi.Answer;
import dev.sluice.abi.BufferType;
import dev.sluice.abi.Bytes;
import dev.sluice.abi.Fetched;
import dev.sluice.abi.Status;
import dev.sluice.abi.call.Hostcalls;
import dev.sluice.plan.HostRefusal;
import dev.sluice.plan.Op;
import dev.sluice.plan.Program;
import dev.sluice.plan.RootPlan;
import dev.sluice.plan.Run;

/** Runs outside of streams: when they begin, and how they go on. Nothing thrown leaves but while a plugin is configured. */
final class RootRuns implements RootPlan.Roots {
  private static final int MOST_MESSAGES = 1000;

  private final Hostcalls host;
  private final FailureLog log;
  private final Streams streams;
  private Queue queues;

  RootRuns(Hostcalls host, FailureLog log, Streams streams) {
    this.host = host;
    this.log = log;
    this.streams = streams;
  }

  /** A queue whose messages a program takes. */
  private static final class Queue {
    final int token;
    final int root;
    final RootPlan plan;
    final Queue next;

    Queue(int token, int root, RootPlan plan, Queue next) {
      this.token = token;
      this.root = root;
      this.plan = plan;
      this.next = next;
    }
  }

  @Override
  public void now(RootPlan plan, int rootContextId) {
    begin(plan, rootContextId, null);
  }

  @Override
  public void every(RootPlan plan, int rootContextId, int millis) {
    ConfiguredPlugin configured = streams.configured(rootContextId);
    streams.timers().add(rootContextId, () -> {
      // Another configuration in this context, or its end, ends what the one before repeated.
      if (streams.isInForce(rootContextId, configured)) {
        every(plan, rootContextId, millis);
        begin(plan, rootContextId, null);
      }
    }, millis);
  }

  @Override
  public void queue(RootPlan plan, int rootContextId, String name) {
    Answer queue = host.sharedQueues().register(Bytes.utf8(name));
    if (!queue.isOk()) {
      throw new HostRefusal("proxy_register_shared_queue", queue.status());
    }
    queues = new Queue(queue.asInt(), rootContextId, plan, withoutRoot(queue.asInt(), rootContextId));
  }

  /** The queues but for an older registration of the same one in the same context. */
  private Queue withoutRoot(int token, int root) {
    Queue kept = null;
    for (Queue one = queues; one != null; one = one.next) {
      if (one.token != token || one.root != root) {
        kept = new Queue(one.token, one.root, one.plan, kept);
      }
    }
    return kept;
  }

  /** Takes what is in a queue. */
  void ready(int rootContextId, int token) {
    for (Queue queue = queues; queue != null; queue = queue.next) {
      if (queue.token == token && queue.root == rootContextId) {
        take(queue);
        return;
      }
    }
  }

  private void take(Queue queue) {
    // Each message that is left makes the host call again; what others put in meanwhile must not hold this callback.
    for (int i = 0; i < MOST_MESSAGES; i++) {
      Fetched message = host.sharedQueues().dequeue(queue.token);
      if (!message.isOk()) {
        if (message.status() != Status.EMPTY) {
          log.error(name(queue.root), "proxy_dequeue_shared_queue answered " + message.status());
        }
        return;
      }
      begin(queue.plan, queue.root, message.bytes());
    }
  }

  @Override
  public void foreignCall(RootPlan plan, int rootContextId) {
    streams.configured(rootContextId).onForeignCall(plan);
  }

  /** The host calls the plugin by itself. */
  void called(int rootContextId, int argumentsSize) {
    ConfiguredPlugin configured = streams.configured(rootContextId);
    RootPlan plan = configured == null ? null : configured.onForeignCall();
    if (plan != null) {
      Fetched arguments = host.buffers().get(BufferType.CALL_DATA, 0, argumentsSize);
      begin(plan, rootContextId, arguments.isOk() ? arguments.bytes() : Bytes.EMPTY);
    }
  }

  @Override
  public void shutdown(RootPlan plan, int rootContextId) {
    streams.configured(rootContextId).onShutdown(plan);
  }

  /** A root context ends; false where its steps are not done yet. */
  boolean done(int rootContextId) {
    ConfiguredPlugin configured = streams.configured(rootContextId);
    RootPlan end = configured == null ? null : configured.onShutdown();
    return end == null || begin(end, rootContextId, null);
  }

  /** Runs a program; returns whether it is over. */
  private boolean begin(RootPlan plan, int rootContextId, Bytes message) {
    Program program = plan.program();
    Run run = new Run(host, streams);
    try {
      run.begin(program, rootContextId, null, true);
      plan.message(run, message);
      if (program.run(run, 0) != Op.HOLD) {
        return true;
      }
      program.suspension().parkAtHeaders(run);
      return false;
    } catch (Throwable e) {
      log.error(name(rootContextId), "failed at " + run.path() + ", the rest is left out", e);
      return true;
    }
  }

  /** Asks a run that waits again. */
  void resume(Run run) {
    if (!run.isParked()) {
      return;
    }
    try {
      if (run.program().run(run, run.pc()) == Op.HOLD) {
        run.keep();
        return;
      }
    } catch (Throwable e) {
      log.error(name(run.contextId()), "failed at " + run.path() + ", the rest is left out", e);
    }
    run.unpark();
    RootPlan end = streams.configured(run.contextId()).onShutdown();
    if (end != null && run.program() == end.program()) {
      host.flow().done();
    }
  }

  private String name(int rootContextId) {
    return streams.configured(rootContextId).name();
  }
}
