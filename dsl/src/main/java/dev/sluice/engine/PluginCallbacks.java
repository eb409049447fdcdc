package dev.sluice.engine;

import dev.sluice.abi.DataStatus;
import dev.sluice.abi.Decimal;
import dev.sluice.abi.HeadersStatus;
import dev.sluice.abi.PeerType;
import dev.sluice.abi.StopOrContinue;
import dev.sluice.abi.call.Hostcalls;
import dev.sluice.abi.event.HostCallbacks;
import dev.sluice.dsl.SluicePlugin;
import dev.sluice.plan.Callout;
import dev.sluice.plan.GrpcCallout;
import dev.sluice.plan.Phase;
import dev.sluice.plan.PipelinePlan;
import dev.sluice.plan.Program;
import dev.sluice.plan.RootPlan;
import dev.sluice.plan.Run;

/**
 * A plugin as its host calls it. The same code behind the exports of a module and under test on the JVM. Nothing thrown
 * leaves a callback: it is logged, with plugin, step and cause, and answered by the plugin's failure policy.
 *
 * <p>A host may leave out callbacks that the plugin does not {@linkplain dev.sluice.abi.Needs need}: without
 * onContextCreate all streams belong to the newest configuration, without onDelete nothing may be remembered of a
 * stream.
 */
public final class PluginCallbacks implements HostCallbacks, Phase.Resumption, RootPlan.Home {
  private static final int UNCONFIGURED_STATUS = 503;

  private final SluicePlugin plugin;
  private final Hostcalls host;
  private final FailureLog log;
  private final Streams streams;
  private final Passages passages;
  private Bodies bodies;
  private TcpConnections connections;
  private RootRuns roots;

  private PluginCallbacks(SluicePlugin plugin, Hostcalls host) {
    this.plugin = plugin;
    this.host = host;
    this.log = new FailureLog(host);
    this.streams = new Streams(host, this);
    this.passages = new Passages(host, log, streams);
  }

  /** The callbacks of this plugin on this host. */
  public static PluginCallbacks of(SluicePlugin plugin, Hostcalls host) {
    return new PluginCallbacks(plugin, host);
  }

  // made by the callbacks alone that need them, so that a module without those has none of them

  private Bodies bodies() {
    if (bodies == null) {
      bodies = new Bodies(host, log, passages);
    }
    return bodies;
  }

  private TcpConnections connections() {
    if (connections == null) {
      connections = new TcpConnections(host, log, streams, passages);
    }
    return connections;
  }

  @Override
  public RootRuns roots() {
    if (roots == null) {
      roots = new RootRuns(host, log, streams);
    }
    return roots;
  }

  /** Number of contexts that something is remembered of. */
  int contextsKept() {
    return streams.kept();
  }

  @Override
  public boolean onConfigure(int rootContextId, int configurationSize) {
    return new Configuration(plugin, host, log, configurationSize).accept(streams, this, rootContextId);
  }

  // contexts

  @Override
  public void onContextCreate(int contextId, int parentContextId) {
    try {
      streams.create(contextId, parentContextId);
    } catch (Throwable e) {
      log.error(plugin.getClass().getName(), "failed to note context " + Decimal.of(contextId), e);
    }
  }

  @Override
  public void onDelete(int contextId) {
    try {
      streams.delete(contextId);
    } catch (Throwable e) {
      log.error(plugin.getClass().getName(), "failed to drop context " + Decimal.of(contextId), e);
    }
  }

  // streams

  @Override
  public HeadersStatus onRequestHeaders(int contextId, int headerCount, boolean endOfStream) {
    ConfiguredPlugin configured = streams.configured(contextId);
    if (configured == null) {
      String name = plugin.getClass().getName();
      log.error(name, "no configuration was accepted, request answered " + Decimal.of(UNCONFIGURED_STATUS));
      return passages.send(name, ConfiguredPlugin.failureReply(UNCONFIGURED_STATUS));
    }
    Program program = configured.plan().request();
    return program == null
        ? HeadersStatus.CONTINUE
        : passages.begin(configured, program, 0, contextId, null, endOfStream);
  }

  @Override
  public HeadersStatus onResponseHeaders(int contextId, int headerCount, boolean endOfStream) {
    ConfiguredPlugin configured = streams.configured(contextId);
    PipelinePlan plan = configured == null ? null : configured.plan();
    if (plan == null || plan.response() == null) {
      return HeadersStatus.CONTINUE;
    }
    Context stream = streams.known(contextId);
    if (stream == null) {
      return passages.begin(
          configured, plan.response(), plan.response().entry(plan.enteredUnseen()), contextId, null, endOfStream);
    }
    stream.giveUpRequest();
    int entry = plan.response().entry(stream.entered);
    return passages.begin(configured, plan.response(), entry, contextId, stream.memory, endOfStream);
  }

  @Override
  public DataStatus onRequestBody(int contextId, int bodySize, boolean endOfStream) {
    Context stream = streams.known(contextId);
    return stream == null ? DataStatus.CONTINUE : bodies().piece(stream, true, bodySize, endOfStream);
  }

  @Override
  public DataStatus onResponseBody(int contextId, int bodySize, boolean endOfStream) {
    Context stream = streams.known(contextId);
    return stream == null ? DataStatus.CONTINUE : bodies().piece(stream, false, bodySize, endOfStream);
  }

  @Override
  public StopOrContinue onRequestTrailers(int contextId, int trailerCount) {
    Context stream = streams.known(contextId);
    return stream == null ? StopOrContinue.CONTINUE : bodies().trailers(stream, true);
  }

  @Override
  public StopOrContinue onResponseTrailers(int contextId, int trailerCount) {
    Context stream = streams.known(contextId);
    return stream == null ? StopOrContinue.CONTINUE : bodies().trailers(stream, false);
  }

  @Override
  public StopOrContinue onRequestMetadata(int contextId, int elementCount) {
    new StreamMoments(streams, passages).requestMetadata(contextId);
    return StopOrContinue.CONTINUE;
  }

  @Override
  public StopOrContinue onResponseMetadata(int contextId, int elementCount) {
    new StreamMoments(streams, passages).responseMetadata(contextId);
    return StopOrContinue.CONTINUE;
  }

  // what held streams wait for

  @Override
  public void onHttpCallResponse(int rootContextId, int token, int headerCount, int bodySize, int trailerCount) {
    try {
      Waiting.Entry<Callout> waiting = streams.answered(token);
      if (waiting != null) {
        waiting.callout.answer(host, headerCount, bodySize);
        waiting.run.program().phase().resume(this, waiting.run);
      }
    } catch (Throwable e) {
      log.error(plugin.getClass().getName(), "failed to take the answer of call " + Decimal.of(token), e);
    }
  }

  @Override
  public void onGrpcReceive(int rootContextId, int token, int messageSize) {
    try {
      Waiting.Entry<GrpcCallout> waiting = streams.grpc(token);
      if (waiting != null) {
        if (!waiting.callout.message(host, messageSize)) {
          streams.grpcOver(token);
        }
        goOn(waiting);
      }
    } catch (Throwable e) {
      log.error(plugin.getClass().getName(), "failed to take a message of call " + Decimal.of(token), e);
    }
  }

  @Override
  public void onGrpcClose(int rootContextId, int token, int grpcStatus) {
    try {
      Waiting.Entry<GrpcCallout> waiting = streams.grpcOver(token);
      if (waiting != null) {
        waiting.callout.closed(host, grpcStatus);
        goOn(waiting);
      }
    } catch (Throwable e) {
      log.error(plugin.getClass().getName(), "failed to take the end of call " + Decimal.of(token), e);
    }
  }

  private void goOn(Waiting.Entry<GrpcCallout> waiting) {
    if (!waiting.callout.isPending()) {
      waiting.run.program().phase().resume(this, waiting.run);
    }
  }

  @Override
  public void onTick(int rootContextId) {
    try {
      for (Timers.Due due = streams.due(rootContextId); due != null; due = streams.due(rootContextId)) {
        due.ring();
      }
    } catch (Throwable e) {
      log.error(plugin.getClass().getName(), "failed at a tick", e);
    }
  }

  @Override
  public void stream(Run run) {
    if (passages.resumeFromRoot(run) && bodies().letGo(streams.known(run.contextId()), run)) {
      passages.letGo(run);
    }
  }

  @Override
  public void root(Run run) {
    roots().resume(run);
  }

  @Override
  public void onQueueReady(int rootContextId, int queue) {
    try {
      roots().ready(rootContextId, queue);
    } catch (Throwable e) {
      log.error(plugin.getClass().getName(), "failed to take from queue " + Decimal.of(queue), e);
    }
  }

  @Override
  public void onForeignFunction(int rootContextId, int function, int argumentsSize) {
    try {
      roots().called(rootContextId, argumentsSize);
    } catch (Throwable e) {
      log.error(plugin.getClass().getName(), "failed at a foreign call", e);
    }
  }

  // connections

  @Override
  public StopOrContinue onNewConnection(int contextId) {
    return connections().begin(contextId);
  }

  @Override
  public StopOrContinue onDownstreamData(int contextId, int dataSize, boolean endOfStream) {
    return connections().downstream(contextId, dataSize, endOfStream);
  }

  @Override
  public StopOrContinue onUpstreamData(int contextId, int dataSize, boolean endOfStream) {
    return connections().upstream(contextId, dataSize, endOfStream);
  }

  @Override
  public void onDownstreamConnectionClose(int contextId, PeerType closedBy) {
    connections().closed(contextId);
  }

  // the end of a context

  @Override
  public boolean onDone(int contextId) {
    try {
      Context context = streams.known(contextId);
      if (context != null && context.root == 0) {
        return roots().done(contextId);
      }
      if (context != null) {
        new StreamMoments(streams, passages).done(context, contextId);
      }
      return true;
    } catch (Throwable e) {
      log.error(plugin.getClass().getName(), "failed at the end of context " + Decimal.of(contextId), e);
      return true;
    }
  }

  @Override
  public void onLog(int contextId) {
    Context stream = streams.known(contextId);
    ConfiguredPlugin configured = streams.configured(contextId);
    if (configured == null || configured.plan().log() == null) {
      return;
    }
    if (stream != null) {
      stream.giveUpRequest();
    }
    int seen = stream == null ? configured.plan().enteredUnseen() : stream.seen;
    Program program = configured.plan().log();
    passages.log(configured, program, program.entry(seen), contextId, streams.memory(contextId));
  }
}
