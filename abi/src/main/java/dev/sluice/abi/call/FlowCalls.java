package dev.sluice.abi.call;

import dev.sluice.abi.Status;
import dev.sluice.abi.StreamType;

/** Control of the current context: resuming, closing, and whose context it is. */
public interface FlowCalls {
  /**
   * Lets a stopped direction go on ({@code proxy_continue_stream}). The host acts when the callback has returned; the
   * maps and buffers of an HTTP stream may be gone at once, so change them first.
   */
  default Status continueStream(StreamType stream) {
    return Status.UNIMPLEMENTED;
  }

  /** Resets an HTTP stream or closes a connection ({@code proxy_close_stream}). */
  default Status closeStream(StreamType stream) {
    return Status.UNIMPLEMENTED;
  }

  /** Tells that a context which answered false to {@code onDone} is done now ({@code proxy_done}). */
  default Status done() {
    return Status.UNIMPLEMENTED;
  }

  /**
   * Makes hostcalls speak of another context ({@code proxy_set_effective_context}), until the callback returns.
   *
   * @return {@link Status#BAD_ARGUMENT} for a context that is not there any more
   */
  default Status setEffectiveContext(int contextId) {
    return Status.UNIMPLEMENTED;
  }
}
