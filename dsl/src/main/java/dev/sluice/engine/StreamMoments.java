package dev.sluice.engine;

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
    ConfiguredPlugin configured = streams.configured(contextId);
    if (hasMoments(configured)) {
      run(configured, configured.plan().moments().requestMetadata(), contextId);
    }
  }

  void responseMetadata(int contextId) {
    ConfiguredPlugin configured = streams.configured(contextId);
    if (hasMoments(configured)) {
      run(configured, configured.plan().moments().responseMetadata(), contextId);
    }
  }

  /** A stream or connection is done; a run that still holds its request is given up. */
  void done(Context stream, int contextId) {
    ConfiguredPlugin configured = streams.configured(contextId);
    if (hasMoments(configured)) {
      stream.giveUpRequest();
      run(configured, configured.plan().moments().done(), contextId);
    }
  }

  private static boolean hasMoments(ConfiguredPlugin configured) {
    return configured != null && configured.plan().moments() != null;
  }

  private void run(ConfiguredPlugin configured, Program program, int contextId) {
    if (program != null) {
      passages.log(configured, program, 0, contextId, streams.memory(contextId));
    }
  }
}
