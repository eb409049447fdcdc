package dev.sluice.engine;

import dev.sluice.plan.Moments;
import dev.sluice.plan.Program;

/** Runs what a plugin does at moments of a stream beside its messages. */
final class StreamMoments {
  private final Streams streams;
  private final Passages passages;

  StreamMoments(Streams streams, Passages passages) {
    this.streams = streams;
    this.passages = passages;
  }

  void requestMetadata(int contextId) {
    Moments moments = of(contextId);
    run(moments == null ? null : moments.requestMetadata(), contextId);
  }

  void responseMetadata(int contextId) {
    Moments moments = of(contextId);
    run(moments == null ? null : moments.responseMetadata(), contextId);
  }

  /** A stream or connection is done; a run that still holds its request is given up. */
  void done(Context stream, int contextId) {
    Moments moments = of(contextId);
    if (moments != null) {
      stream.giveUpRequest();
      run(moments.done(), contextId);
    }
  }

  private Moments of(int contextId) {
    ConfiguredPlugin configured = streams.configured(contextId);
    return configured == null ? null : configured.plan().moments();
  }

  private void run(Program program, int contextId) {
    if (program != null) {
      passages.log(streams.configured(contextId), program, 0, contextId, streams.memory(contextId));
    }
  }
}
