package dev.sluice.engine;

import dev.sluice.abi.Callback;
import dev.sluice.abi.Needs;
import dev.sluice.abi.call.Hostcalls;
import dev.sluice.plan.Account;
import dev.sluice.plan.Callout;
import dev.sluice.plan.Driver;
import dev.sluice.plan.Flow;
import dev.sluice.plan.GrpcCallout;
import dev.sluice.plan.Memory;
import dev.sluice.plan.Phase;
import dev.sluice.plan.Run;
import dev.sluice.plan.TrailerEdit;

/**
 * The contexts that something is remembered of, and the runs that wait. The table of contexts is made by those callbacks
 * and words alone which need it, and with it the callback that empties it.
 */
final class Streams implements Driver, Account.Entries {
  private final Hostcalls host;
  private final Phase.Resumption engine;
  private ConfiguredPlugin newest;
  private Contexts contexts;
  private Waiting<Callout> waiting;
  private Waiting<GrpcCallout> grpcs;
  private Timers timers;

  Streams(Hostcalls host, Phase.Resumption engine) {
    this.host = host;
    this.engine = engine;
  }

  // contexts

  /** A configuration was accepted for a root context. */
  void configured(int rootContextId, ConfiguredPlugin plugin) {
    newest = plugin;
    Context root = known(rootContextId);
    if (root != null) {
      root.plugin = plugin;
    }
  }

  void create(int contextId, int parentContextId) {
    Context context = new Context(parentContextId == 0 ? null : configured(parentContextId));
    context.root = parentContextId;
    table().put(contextId, context);
  }

  /** Drops a context; what it waits for does not reach it any more. */
  void delete(int contextId) {
    if (contexts == null) {
      return;
    }
    Context gone = contexts.get(contextId);
    if (gone != null) {
      giveUp(gone.request);
      giveUp(gone.response);
      contexts.remove(contextId);
    }
  }

  private static void giveUp(Run run) {
    if (run != null) {
      run.unpark();
    }
  }

  private Contexts table() {
    if (contexts == null) {
      contexts = new Contexts();
    }
    return contexts;
  }

  /** Number of contexts that something is remembered of. */
  int kept() {
    return contexts == null ? 0 : contexts.count();
  }

  /** What is known of a context, null for nothing. */
  Context known(int contextId) {
    return contexts == null ? null : contexts.get(contextId);
  }

  /** What is known of a stream; from now on something is. */
  private Context remembered(int contextId) {
    Context stream = table().get(contextId);
    if (stream == null) {
      stream = new Context(newest);
      contexts.put(contextId, stream);
    }
    return stream;
  }

  /** The configuration in force for a context, null for none. */
  ConfiguredPlugin configured(int contextId) {
    Context context = known(contextId);
    return context == null ? newest : context.plugin;
  }

  /** What the pipeline remembers of a stream, null for nothing. */
  Memory memory(int contextId) {
    Context context = known(contextId);
    return context == null ? null : context.memory;
  }

  @Override
  @Needs(Callback.DELETE)
  public void note(Run run, int entered, int seen) {
    Context stream = remembered(run.contextId());
    stream.entered = entered;
    stream.seen = seen;
    stream.memory = run.memory();
  }

  /** Remembers what a response part or a connection's first steps have bound, null for nothing. */
  @Override
  public void remember(int contextId, Memory memory) {
    if (memory != null) {
      remembered(contextId).memory = memory;
    }
  }

  /** Whether a configuration is still the one of its root context. */
  boolean isInForce(int rootContextId, ConfiguredPlugin configured) {
    Context root = known(rootContextId);
    return root != null && root.plugin == configured;
  }

  // runs that wait

  @Override
  @Needs(Callback.DELETE)
  public void park(Run run) {
    Context stream = remembered(run.contextId());
    if (run.program().phase().isRequest()) {
      stream.request = run;
    } else {
      stream.response = run;
    }
  }

  /** Lets go of a run that is over. */
  void release(Run run) {
    run.unpark();
    Context stream = known(run.contextId());
    if (stream == null) {
      return;
    }
    stream.memory = run.memory();
    if (stream.request == run) {
      stream.request = null;
    } else if (stream.response == run) {
      stream.response = null;
    }
  }

  @Override
  @Needs(Callback.DELETE)
  public void flow(Run run, Flow flow, boolean in) {
    Context stream = remembered(run.contextId());
    if (in) {
      stream.requestFlow = Flow.chain(stream.requestFlow, flow);
    } else {
      stream.responseFlow = Flow.chain(stream.responseFlow, flow);
    }
  }

  @Override
  @Needs(Callback.DELETE)
  public void trailers(Run run, TrailerEdit edit) {
    Context stream = remembered(run.contextId());
    if (run.program().phase().isRequest()) {
      stream.requestTrailers = TrailerEdit.append(stream.requestTrailers, edit);
    } else {
      stream.responseTrailers = TrailerEdit.append(stream.responseTrailers, edit);
    }
  }

  @Override
  @Needs(Callback.HTTP_CALL_RESPONSE)
  public void expect(int token, Run run, Callout callout) {
    if (waiting == null) {
      waiting = new Waiting<>();
    }
    waiting.add(token, 0, run, callout);
  }

  @Override
  @Needs({Callback.GRPC_RECEIVE, Callback.GRPC_CLOSE})
  public void expectGrpc(int token, Run run, GrpcCallout callout) {
    if (grpcs == null) {
      grpcs = new Waiting<>();
    }
    grpcs.add(token, root(run, known(run.contextId())), run, callout);
  }

  @Override
  public void giveUpGrpc(int token) {
    Waiting.Entry<GrpcCallout> entry = grpcs == null ? null : grpcs.take(token);
    if (entry != null) {
      // Calls belong to root contexts; this one may be another's than the one whose tick it is.
      host.flow().setEffectiveContext(entry.root);
      host.grpc().cancel(token);
    }
  }

  /** Who waits for a gRPC call, null for nobody. */
  Waiting.Entry<GrpcCallout> grpc(int token) {
    return grpcs == null ? null : grpcs.find(token);
  }

  /** Takes out who waits for a gRPC call, null for nobody. */
  Waiting.Entry<GrpcCallout> grpcOver(int token) {
    return grpcs == null ? null : grpcs.take(token);
  }

  /** Takes out who waits for an answer, null for nobody. */
  Waiting.Entry<Callout> answered(int token) {
    return waiting == null ? null : waiting.take(token);
  }

  @Override
  @Needs({Callback.TICK, Callback.CONTEXT_CREATE, Callback.DELETE})
  public Alarm wake(Run run, Runnable then, int millis) {
    Context stream = known(run.contextId());
    return timers().add(root(run, stream), () -> {
      then.run();
      if (run.isParked()) {
        run.program().phase().resume(engine, run);
      }
    }, millis);
  }

  private static int root(Run run, Context stream) {
    return stream == null ? 0 : stream.root == 0 ? run.contextId() : stream.root;
  }

  Timers timers() {
    if (timers == null) {
      timers = new Timers(host);
    }
    return timers;
  }

  /** Takes out something whose time has come, null for nothing. */
  Timers.Due due(int rootContextId) {
    return timers == null ? null : timers.due(rootContextId);
  }
}
