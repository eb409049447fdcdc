package dev.sluice.host.model;

import dev.sluice.abi.Bytes;
import dev.sluice.abi.DataStatus;
import dev.sluice.abi.HeadersStatus;
import dev.sluice.abi.LogLevel;
import dev.sluice.abi.profile.HostProfile;
import dev.sluice.abi.profile.HostTrait;
import java.util.List;

/**
 * Where hosts differ in how a message passes a plugin.
 *
 * @param limit most bytes that a plugin may have the host hold
 */
record DirectionRules(Way way, HostProfile profile, int limit) {

  static DirectionRules of(Way way, HostEnvironment environment) {
    return new DirectionRules(way, environment.profile(), environment.bufferLimit());
  }

  /** What headers callbacks are told of the end of the stream. */
  boolean told(boolean endOfStream) {
    return endOfStream && !profile.has(HostTrait.END_UNTOLD_WITH_HEADERS);
  }

  /** Envoy has no case of its own for continue-and-end-stream and goes on. */
  boolean goesOn(HeadersStatus status) {
    return status == HeadersStatus.CONTINUE || status == HeadersStatus.CONTINUE_AND_END_STREAM;
  }

  /** How a plugin stops that answers this to headers. */
  Stage.Halt halt(HeadersStatus status, PluginSpec plugin) {
    boolean alone = !profile.has(HostTrait.HEADERS_STOP_ALL)
        && (plugin.allowOnHeadersStopIteration() || profile.has(HostTrait.HEADERS_STOP_ALONE));
    if (status == HeadersStatus.STOP_ITERATION && alone) {
      return Stage.Halt.THIS;
    }
    return status == HeadersStatus.STOP_ALL_ITERATION_AND_BUFFER ? Stage.Halt.ALL_BUFFER : Stage.Halt.ALL_WATERMARK;
  }

  /** True where a chunk joins what is buffered before the plugin sees it. */
  boolean joinsFirst() {
    return !profile.has(HostTrait.LATEST_CHUNK_UNSEEN);
  }

  /** True where the plugin is not even called for this chunk, since there is room to buffer on. */
  boolean buffersOn(Stage stage, DataBuffer data, boolean endOfStream) {
    return buffersOnce() && stage.accumulating && !endOfStream && stage.held().length() + data.length() <= limit;
  }

  /** What a plugin's answer to a chunk counts as. */
  DataStatus accepted(Stage stage, DataStatus answer) {
    if (!buffersOnce() || answer != DataStatus.STOP_ITERATION_AND_BUFFER) {
      return answer;
    }
    if (stage.bufferedBefore) {
      stage.context().log(LogLevel.ERROR, Bytes.utf8("response body buffering already requested"));
      return DataStatus.CONTINUE;
    }
    stage.bufferedBefore = true;
    return answer;
  }

  /** True where more is held than may be. */
  boolean isTooLarge(Stage stage) {
    boolean counts = stage.accumulating && !buffersOnce() || stage.stoppedAll() && stage.limited();
    return counts && stage.held() != null && stage.held().length() > limit;
  }

  /** False while these hold so much that the sender is to be slowed down. */
  boolean wantMore(List<Stage> stages) {
    long held = 0;
    for (Stage stage : stages) {
      held += stage.held() == null ? 0 : stage.held().length();
    }
    return held <= limit;
  }

  private boolean buffersOnce() {
    return way == Way.RESPONSE && profile.has(HostTrait.RESPONSE_BUFFERED_ONCE);
  }
}
