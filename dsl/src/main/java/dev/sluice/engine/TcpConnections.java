package dev.sluice.engine;

import dev.sluice.abi.BufferType;
import dev.sluice.abi.StopOrContinue;
import dev.sluice.abi.StreamType;
import dev.sluice.abi.call.Hostcalls;
import dev.sluice.plan.Connections;
import dev.sluice.plan.Flow;
import dev.sluice.plan.Memory;
import dev.sluice.plan.Op;
import dev.sluice.plan.Program;
import dev.sluice.plan.Run;

/** Connections of their own (TCP): begun, with data, closed. Nothing thrown leaves. */
final class TcpConnections {
  private final Hostcalls host;
  private final FailureLog log;
  private final Streams streams;
  private final Passages passages;

  TcpConnections(Hostcalls host, FailureLog log, Streams streams, Passages passages) {
    this.host = host;
    this.log = log;
    this.streams = streams;
    this.passages = passages;
  }

  private Connections programs(int contextId) {
    ConfiguredPlugin configured = streams.configured(contextId);
    return configured == null ? null : configured.plan().connections();
  }

  StopOrContinue begin(int contextId) {
    Connections programs = programs(contextId);
    if (programs == null || programs.connect() == null) {
      return StopOrContinue.CONTINUE;
    }
    ConfiguredPlugin configured = streams.configured(contextId);
    Program program = programs.connect();
    Run run = passages.take();
    boolean parked = false;
    try {
      run.begin(program, contextId, null, false);
      if (program.run(run, 0) == Op.HOLD) {
        parked = true;
        program.suspension().parkAtHeaders(run);
        return StopOrContinue.STOP_ITERATION;
      }
      streams.remember(contextId, run.memory());
      return run.hasClosed() ? StopOrContinue.STOP_ITERATION : StopOrContinue.CONTINUE;
    } catch (Throwable e) {
      return passages.goesOnAfterFailure(configured, run, e) ? StopOrContinue.CONTINUE : StopOrContinue.STOP_ITERATION;
    } finally {
      if (!parked) {
        passages.give(run);
      }
    }
  }

  StopOrContinue downstream(int contextId, int size, boolean last) {
    Connections programs = programs(contextId);
    return data(contextId, BufferType.DOWNSTREAM_DATA, programs == null ? null : programs.downstream(), size, last);
  }

  StopOrContinue upstream(int contextId, int size, boolean last) {
    Connections programs = programs(contextId);
    return data(contextId, BufferType.UPSTREAM_DATA, programs == null ? null : programs.upstream(), size, last);
  }

  private StopOrContinue data(int contextId, BufferType buffer, Program program, int size, boolean last) {
    Context connection = streams.known(contextId);
    if (connection != null && connection.isHeld()) {
      return StopOrContinue.STOP_ITERATION;
    }
    ConfiguredPlugin configured = streams.configured(contextId);
    Memory memory = streams.memory(contextId);
    if (program != null && !passages.pass(configured, program, contextId, memory, size, last)) {
      return StopOrContinue.STOP_ITERATION;
    }
    Flow flow = connection == null ? null : connection.flow(buffer == BufferType.DOWNSTREAM_DATA);
    return flow == null || flows(configured, flow, buffer, last) ? StopOrContinue.CONTINUE
        : StopOrContinue.STOP_ITERATION;
  }

  private boolean flows(ConfiguredPlugin configured, Flow flow, BufferType buffer, boolean last) {
    try {
      // As large as the steps before may have left it.
      int size = host.buffers().status(buffer).length();
      flow.pass(host, buffer, size, last);
      return true;
    } catch (Throwable e) {
      log.error(configured.name(), "failed while data went through, the connection is closed", e);
      host.flow().closeStream(StreamType.DOWNSTREAM);
      return false;
    }
  }

  void closed(int contextId) {
    Connections programs = programs(contextId);
    if (programs != null && programs.close() != null) {
      passages.log(streams.configured(contextId), programs.close(), 0, contextId, streams.memory(contextId));
    }
  }
}
