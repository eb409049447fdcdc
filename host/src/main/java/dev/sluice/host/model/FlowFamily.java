package dev.sluice.host.model;

import dev.sluice.abi.Status;
import dev.sluice.abi.StreamType;
import dev.sluice.abi.call.FlowCalls;

/** Resuming, closing and ending, where the host acts when the callback has returned, and whose context it is. */
public final class FlowFamily implements FlowCalls {
  private static final String CONTINUE = "proxy_continue_stream";
  private static final String CLOSE = "proxy_close_stream";
  private static final String DONE = "proxy_done";
  private static final String EFFECTIVE = "proxy_set_effective_context";

  private final CurrentContext current;

  FlowFamily(CurrentContext current) {
    this.current = current;
  }

  @Override
  public Status continueStream(StreamType stream) {
    Status status = current.require(CONTINUE).continueStream(stream);
    current.called(CONTINUE, status, stream);
    return status;
  }

  @Override
  public Status closeStream(StreamType stream) {
    Status status = current.require(CLOSE).closeStream(stream);
    current.called(CLOSE, status, stream);
    return status;
  }

  /** {@inheritDoc} {@link Status#NOT_FOUND} unless the plugin's root context has answered false and waits for this. */
  @Override
  public Status done() {
    Context context = current.require(DONE);
    Status status = context.vm().done(context.plugin()) ? Status.OK : Status.NOT_FOUND;
    current.called(DONE, status);
    return status;
  }

  /** {@inheritDoc} 0 means the context of the callback, as in Envoy. */
  @Override
  public Status setEffectiveContext(int contextId) {
    current.require(EFFECTIVE);
    Status status = current.setEffective(contextId);
    current.called(EFFECTIVE, status, contextId);
    return status;
  }
}
