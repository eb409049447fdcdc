package dev.sluice.engine;

import dev.sluice.abi.BufferType;
import dev.sluice.abi.DataStatus;
import dev.sluice.abi.HeadersStatus;
import dev.sluice.abi.StopOrContinue;
import dev.sluice.abi.StreamType;
import dev.sluice.abi.call.Hostcalls;
import dev.sluice.plan.Flow;
import dev.sluice.plan.FlowEnded;
import dev.sluice.plan.Reply;
import dev.sluice.plan.Run;
import dev.sluice.plan.TrailerEdit;

/** Bodies as they come, piece by piece: held for runs that wait, and taken through flows. Nothing thrown leaves. */
final class Bodies {
  private final Hostcalls host;
  private final FailureLog log;
  private final Passages passages;

  Bodies(Hostcalls host, FailureLog log, Passages passages) {
    this.host = host;
    this.log = log;
    this.passages = passages;
  }

  /** A piece has come: {@code size} bytes are in the host's buffer. */
  DataStatus piece(Context stream, boolean ofRequest, int size, boolean last) {
    Run held = stream.held(ofRequest);
    if (held != null) {
      held.body().arrived(size, last);
    }
    if (last && !edited(stream, ofRequest, held, false)) {
      return DataStatus.STOP_ITERATION_NO_BUFFER;
    }
    int passed = size;
    if (held != null) {
      boolean goesOn = passages.resume(stream.plugin, held) == Passages.Outcome.ON;
      if (last && held.isParked()) {
        held.program().suspension().heldAtEnd(held);
      }
      held.body().ended();
      if (!goesOn) {
        return DataStatus.STOP_ITERATION_AND_BUFFER;
      }
      // What the run has made of the body since it came.
      passed = held.body().size();
    }
    return flow(stream, ofRequest, passed, last) ? DataStatus.CONTINUE : DataStatus.STOP_ITERATION_NO_BUFFER;
  }

  /** Trailers have come, and so the end of the body. */
  StopOrContinue trailers(Context stream, boolean ofRequest) {
    Run held = stream.held(ofRequest);
    if (held != null) {
      held.body().trailersArrived();
    }
    if (!edited(stream, ofRequest, held, true)) {
      return StopOrContinue.STOP_ITERATION;
    }
    int size = 0;
    if (held != null) {
      if (passages.resume(stream.plugin, held) != Passages.Outcome.ON) {
        return StopOrContinue.STOP_ITERATION;
      }
      size = held.body().size();
    }
    return flow(stream, ofRequest, size, true) ? StopOrContinue.CONTINUE : StopOrContinue.STOP_ITERATION;
  }

  /** Changes trailers as steps that ran before their time have asked for; false where the message must not go on. */
  private boolean edited(Context stream, boolean ofRequest, Run held, boolean there) {
    TrailerEdit edits = stream.takeTrailers(ofRequest);
    if (edits == null) {
      return true;
    }
    try {
      if (held != null) {
        held.body().change(edits);
      } else {
        edits.apply(host, ofRequest, there);
      }
      return true;
    } catch (Throwable e) {
      log.error(stream.plugin.name(), "failed to change trailers, the stream is ended", e);
      refuse(stream, ofRequest, stream.plugin.brokenReply());
      return false;
    }
  }

  /** Has a held body that is let go by a callback of the plugin's go through its flow; false where it must not go on. */
  boolean letGo(Context stream, Run run) {
    return run.body().size() == 0 && !run.body().isComplete()
        || flow(stream, run.program().phase().isRequest(), run.body().size(), run.body().isComplete());
  }

  /** Takes what the host holds through the stream's flow; false where the message must not go on. */
  private boolean flow(Context stream, boolean ofRequest, int size, boolean last) {
    Flow flow = stream.flow(ofRequest);
    if (flow == null) {
      return true;
    }
    try {
      if (last) {
        stream.endFlow(ofRequest);
      }
      flow.pass(host, ofRequest ? BufferType.HTTP_REQUEST_BODY : BufferType.HTTP_RESPONSE_BODY, size, last);
      return true;
    } catch (FlowEnded ended) {
      log.warn(stream.plugin.name(), ended.getMessage());
      refuse(stream, ofRequest, ended.reply());
    } catch (Throwable e) {
      log.error(stream.plugin.name(), "failed while the body went through, the stream is ended", e);
      refuse(stream, ofRequest, stream.plugin.brokenReply());
    }
    stream.endFlow(ofRequest);
    return false;
  }

  /** A response that has begun can only be broken off: going on would pass half of it as the whole. */
  private void refuse(Context stream, boolean ofRequest, Reply reply) {
    if (ofRequest && passages.send(stream.plugin.name(), reply) == HeadersStatus.STOP_ITERATION) {
      return;
    }
    host.flow().closeStream(ofRequest ? StreamType.HTTP_REQUEST : StreamType.HTTP_RESPONSE);
  }
}
