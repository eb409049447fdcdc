package dev.sluice.abi.guest;

import dev.sluice.abi.Status;
import dev.sluice.abi.StreamType;
import dev.sluice.abi.call.FlowCalls;
import org.teavm.interop.Import;

/** Control of contexts over the imports. */
final class FlowImports implements FlowCalls {

  @Import(module = "env", name = "proxy_continue_stream")
  private static native int continueDirection(int stream);

  @Override
  public Status continueStream(StreamType stream) {
    return Status.of(continueDirection(stream.code()));
  }

  @Import(module = "env", name = "proxy_close_stream")
  private static native int closeDirection(int stream);

  @Override
  public Status closeStream(StreamType stream) {
    return Status.of(closeDirection(stream.code()));
  }

  @Import(module = "env", name = "proxy_done")
  private static native int contextDone();

  @Override
  public Status done() {
    return Status.of(contextDone());
  }

  @Import(module = "env", name = "proxy_set_effective_context")
  private static native int effectiveContext(int context);

  @Override
  public Status setEffectiveContext(int contextId) {
    return Status.of(effectiveContext(contextId));
  }
}
