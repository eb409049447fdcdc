package dev.sluice.engine;

import dev.sluice.abi.Decimal;
import dev.sluice.abi.HeadersStatus;
import dev.sluice.abi.Status;
import dev.sluice.abi.StreamType;
import dev.sluice.abi.call.Hostcalls;
import dev.sluice.plan.Account;
import dev.sluice.plan.Memory;
import dev.sluice.plan.Op;
import dev.sluice.plan.Program;
import dev.sluice.plan.Reply;
import dev.sluice.plan.Run;

/**
 * Takes streams through their programs: begins runs, has held ones go on, and answers what fails by the plugin's policy.
 * Nothing thrown leaves.
 */
final class Passages {
  /** How a run stands after it was asked. */
  enum Outcome {
    /** It still holds its stream. */
    HELD,
    /** It is over, and the stream goes on. */
    ON,
    /** It is over, and the stream was answered. */
    ANSWERED
  }

  private final Hostcalls host;
  private final FailureLog log;
  private final Streams streams;
  private Run spare;

  Passages(Hostcalls host, FailureLog log, Streams streams) {
    this.host = host;
    this.log = log;
    this.streams = streams;
  }

  /** Takes a stream whose headers have come through a program, as far as it goes. */
  HeadersStatus begin(
      ConfiguredPlugin configured, Program program, int from, int contextId, Memory memory, boolean endOfStream) {
    Run run = take();
    boolean parked = false;
    try {
      run.begin(program, contextId, memory, endOfStream);
      program.begin(run);
      if (program.run(run, from) == Op.HOLD) {
        parked = true;
        return program.suspension().parkAtHeaders(run);
      }
      note(configured, run, run.isEnded() ? run.layer() : configured.plan().layers());
      if (!run.isEnded()) {
        return HeadersStatus.CONTINUE;
      }
      run.sendReply();
      return HeadersStatus.STOP_ITERATION;
    } catch (Throwable e) {
      return failed(configured, run, e);
    } finally {
      if (!parked) {
        give(run);
      }
    }
  }

  /** Takes a stream through a program that can neither hold nor answer it: that of its log, or of another moment. */
  void log(ConfiguredPlugin configured, Program program, int from, int contextId, Memory memory) {
    Run run = take();
    try {
      run.begin(program, contextId, memory, true);
      program.run(run, from);
    } catch (Throwable e) {
      log.error(configured.name(), "failed at " + run.path() + ", the rest of the part is left out", e);
    } finally {
      give(run);
    }
  }

  /** Asks a run that holds its stream again; the stream's context is the current one. */
  Outcome resume(ConfiguredPlugin configured, Run run) {
    Program program = run.program();
    try {
      if (program.run(run, run.pc()) == Op.HOLD) {
        run.keep();
        return Outcome.HELD;
      }
      streams.release(run);
      note(configured, run, run.isEnded() ? run.layer() : configured.plan().layers());
      if (!run.isEnded()) {
        return Outcome.ON;
      }
      run.sendReply();
      return Outcome.ANSWERED;
    } catch (Throwable e) {
      streams.release(run);
      return failed(configured, run, e) == HeadersStatus.CONTINUE ? Outcome.ON : Outcome.ANSWERED;
    }
  }

  /** Like {@link #resume} from a callback of the plugin's, not of the stream's; returns whether the stream goes on. */
  boolean resumeFromRoot(Run run) {
    if (!run.isParked()) {
      return false;
    }
    ConfiguredPlugin configured = streams.configured(run.contextId());
    Status status = host.flow().setEffectiveContext(run.contextId());
    if (!status.isOk()) {
      log.error(configured.name(), "a held stream is gone: proxy_set_effective_context answered " + status);
      streams.release(run);
      return false;
    }
    return resume(configured, run) == Outcome.ON;
  }

  /** Has a stream that was held go on. */
  void letGo(Run run) {
    Status resumed = host.flow().continueStream(run.program().phase().stream());
    if (!resumed.isOk()) {
      String name = streams.configured(run.contextId()).name();
      log.error(name, "a held stream does not go on: proxy_continue_stream answered " + resumed);
    }
  }

  /** Writes down how far a stream came and what it bound, where something later asks. */
  private static void noteWith(Account account, Streams streams, Run run, int entered, int layers) {
    account.note(streams, run, entered, Math.min(run.isEnded() ? entered + 1 : entered, layers));
  }

  private void note(ConfiguredPlugin configured, Run run, int entered) {
    Account account = configured.plan().account();
    if (account != null) {
      noteWith(account, streams, run, entered, configured.plan().layers());
    }
  }

  /** Runs a program of a connection that never holds it. */
  boolean pass(ConfiguredPlugin configured, Program program, int contextId, Memory memory, int size, boolean last) {
    Run run = take();
    try {
      run.begin(program, contextId, memory, false);
      run.body().arrived(size, last);
      program.run(run, 0);
      return !run.hasClosed();
    } catch (Throwable e) {
      return goesOnAfterFailure(configured, run, e);
    } finally {
      give(run);
    }
  }

  /** A failure on a connection closes it, unless the plugin lets streams through. */
  boolean goesOnAfterFailure(ConfiguredPlugin configured, Run run, Throwable cause) {
    boolean open = configured.failureReply() == null;
    log.error(configured.name(), "failed at " + run.path() + (open ? ", let through" : ", closed"), cause);
    if (!open) {
      host.flow().closeStream(StreamType.DOWNSTREAM);
    }
    return open;
  }

  /** A run to work with. Another one is at work where a host makes a callback within a hostcall. */
  Run take() {
    Run run = spare == null ? new Run(host, streams) : spare;
    spare = null;
    return run;
  }

  void give(Run run) {
    run.end();
    spare = run;
  }

  // failures

  private HeadersStatus failed(ConfiguredPlugin configured, Run run, Throwable cause) {
    Reply reply = configured.failureReply();
    try {
      String answer = reply == null ? ", let through" : ", answered " + Decimal.of(reply.status());
      log.error(configured.name(), "failed at " + run.path() + answer, cause);
      run.calm();
      note(configured, run, run.layer());
    } catch (Throwable e) {
      log.error(configured.name(), "failed again while handling a failure", e);
    }
    return reply == null ? HeadersStatus.CONTINUE : send(configured.name(), reply);
  }

  /** Sends the reply; where the host refuses even that, the stream is held: passing it on would be worse. */
  HeadersStatus send(String name, Reply reply) {
    try {
      reply.send(host.replies());
      return HeadersStatus.STOP_ITERATION;
    } catch (Throwable e) {
      log.error(name, "the reply was not sent, the stream is held", e);
      return HeadersStatus.STOP_ALL_ITERATION_AND_WATERMARK;
    }
  }
}
