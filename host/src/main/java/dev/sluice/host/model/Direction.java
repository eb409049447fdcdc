package dev.sluice.host.model;

import dev.sluice.abi.Bytes;
import dev.sluice.abi.DataStatus;
import dev.sluice.abi.Header;
import dev.sluice.abi.HeadersStatus;
import dev.sluice.abi.StopOrContinue;
import java.util.List;

/**
 * One direction of an exchange through its plugins, by the rules of Envoy's filter manager
 * ({@code http/filter_manager.cc}): each plugin sees headers, data and trailers when the one before has let them pass.
 */
final class Direction {
  private final Way way;
  private final List<Stage> stages;
  private final DirectionRules rules;
  private final Exit exit;
  private HeaderMap headers;
  private HeaderMap trailers;
  private boolean closed;

  /** @param stages in the order in which the message meets them */
  Direction(Way way, List<Stage> stages, DirectionRules rules, Exit exit) {
    this.way = way;
    this.stages = stages;
    this.rules = rules;
    this.exit = exit;
  }

  void headers(HeaderMap map, boolean endOfStream) {
    headers = map;
    headersFrom(0, endOfStream);
  }

  void data(Bytes chunk, boolean endOfStream) {
    if (!closed) {
      dataFrom(0, new DataBuffer(chunk), endOfStream);
    }
  }

  void trailers(HeaderMap map) {
    if (!closed) {
      trailers = map;
      trailersFrom(0);
    }
  }

  /** HTTP/2 metadata: each plugin is told of it after the headers, and cannot hold it by itself. */
  void metadata(List<Header> entries) {
    if (!closed) {
      metadataFrom(0, entries);
    }
  }

  /** Trailers for a message that has none yet; null unless the plugin is in the callback of the last chunk. */
  HeaderMap addTrailers(Stage stage) {
    if (trailers != null || !stage.mayAddTrailers) {
      return null;
    }
    trailers = new HeaderMap(way.trailerKind());
    stage.trailers = trailers;
    stage.trailersReached = true;
    return trailers;
  }

  /** Nothing goes through any more. */
  void close() {
    closed = true;
  }

  /** Null before they have come. */
  HeaderMap trailers() {
    return trailers;
  }

  /** False while plugins hold so much that the sender is to be slowed down. */
  boolean wantsMore() {
    return rules.wantMore(stages);
  }

  /** Name of the plugin that holds the message; null where none does. */
  String holder() {
    for (Stage stage : stages) {
      if (stage.stopped()) {
        return stage.context().plugin().name();
      }
    }
    return null;
  }

  /** A stopped plugin lets the message go on. */
  void resume(Stage stage) {
    int index = stages.indexOf(stage);
    if (closed || index < 0 || !stage.stopped()) {
      return;
    }
    // A plugin that stopped everything has not seen data and trailers yet; one that stopped a chunk has.
    int next = stage.stoppedAll() ? index : index + 1;
    stage.halt(Stage.Halt.NONE);
    DataBuffer data = stage.takeHeld();
    boolean withTrailers = stage.trailersReached;
    boolean end = stage.endReached && !withTrailers;
    if (!stage.headersPassed) {
      stage.headersPassed = true;
      headersFrom(index + 1, end && data == null);
    }
    passSavedMetadata(stage, index);
    if (data != null && !closed) {
      dataFrom(next, data, end);
    }
    if (withTrailers && !closed) {
      trailersFrom(next);
    }
  }

  private void headersFrom(int start, boolean endOfStream) {
    for (int i = start; i < stages.size(); i++) {
      Stage stage = stages.get(i);
      stage.endReached |= endOfStream;
      stage.headers = headers;
      stage.context().enter();
      HeadersStatus status = way.headers(stage.context(), headers.size(), rules.told(endOfStream));
      stage.headersSeen = true;
      boolean goesOn = rules.goesOn(status);
      if (goesOn) {
        stage.headersPassed = true;
      } else {
        stage.halt(rules.halt(status, stage.context().plugin()));
      }
      boolean over = act(stage);
      if (goesOn) {
        // Not before: what was put off until the callback had returned still sees them, as in Envoy.
        stage.headers = null;
      }
      passSavedMetadata(stage, i);
      if (over || !goesOn) {
        return;
      }
    }
    exit.headers(headers, endOfStream);
  }

  private void passSavedMetadata(Stage stage, int index) {
    if (!closed && !stage.stoppedAll()) {
      stage.takeSavedMetadata().forEach(entries -> metadataFrom(index, entries));
    }
  }

  private void metadataFrom(int start, List<Header> entries) {
    for (int i = start; i < stages.size(); i++) {
      Stage stage = stages.get(i);
      if (!stage.headersSeen || stage.stoppedAll()) {
        stage.save(entries);
        return;
      }
      way.metadata(stage.context(), entries.size());
      if (act(stage)) {
        return;
      }
    }
    exit.metadata(entries);
  }

  private void dataFrom(int start, DataBuffer data, boolean end) {
    boolean endOfStream = end;
    int addedAt = -1;
    for (int i = start; i < stages.size(); i++) {
      boolean hadTrailers = trailers != null;
      boolean goesOn = offer(stages.get(i), data, endOfStream);
      if (closed) {
        return;
      }
      if (!goesOn) {
        if (addedAt >= 0) {
          trailersFrom(addedAt + 1);
        }
        return;
      }
      if (!hadTrailers && trailers != null) {
        endOfStream = false;
        addedAt = i;
      }
    }
    exit.data(data.take(), endOfStream);
    if (addedAt >= 0) {
      trailersFrom(addedAt + 1);
    }
  }

  /** True when the data goes on to the next plugin at once. */
  private boolean offer(Stage stage, DataBuffer data, boolean endOfStream) {
    stage.endReached |= endOfStream;
    if (rules.buffersOn(stage, data, endOfStream)) {
      stage.keep(data);
      return false;
    }
    if (stage.stoppedAll() || stage.accumulating && rules.joinsFirst()) {
      stage.keep(data);
      if (tooLarge(stage) || stage.stoppedAll()) {
        return false;
      }
    }
    DataBuffer seen = stage.accumulating ? stage.held() : data;
    stage.body = seen;
    stage.mayAddTrailers = endOfStream;
    DataStatus answer = rules.accepted(stage, way.data(stage.context(), seen.length(), endOfStream));
    stage.mayAddTrailers = false;
    DataStatus status = answer == null ? DataStatus.STOP_ITERATION_NO_BUFFER : answer;
    stage.accumulating = status == DataStatus.STOP_ITERATION_AND_BUFFER;
    if (status == DataStatus.CONTINUE) {
      return goOn(stage, data);
    }
    stage.halt(Stage.Halt.THIS);
    keep(stage, data, status);
    tooLarge(stage);
    act(stage);
    return false;
  }

  private boolean goOn(Stage stage, DataBuffer data) {
    stage.body = null;
    boolean waits = stage.stopped();
    if (waits) {
      stage.keep(data);
    }
    if (act(stage) || !waits) {
      return !closed;
    }
    resume(stage);
    return false;
  }

  private void keep(Stage stage, DataBuffer data, DataStatus status) {
    stage.body = null;
    if (status == DataStatus.STOP_ITERATION_NO_BUFFER) {
      data.take();
      if (stage.endReached && stage.held() == null) {
        stage.keep(data);
      }
    } else {
      stage.keep(data);
      stage.body = stage.accumulating ? stage.held() : null;
    }
  }

  private boolean tooLarge(Stage stage) {
    if (closed || !rules.isTooLarge(stage)) {
      return false;
    }
    exit.tooLarge();
    return true;
  }

  private void trailersFrom(int start) {
    for (int i = start; i < stages.size(); i++) {
      Stage stage = stages.get(i);
      stage.trailersReached = true;
      stage.endReached = true;
      if (stage.stoppedAll()) {
        return;
      }
      stage.trailers = trailers;
      boolean waits = stage.stopped();
      boolean goesOn = way.trailers(stage.context(), trailers.size()) == StopOrContinue.CONTINUE;
      if (goesOn) {
        stage.trailers = null;
      } else {
        stage.halt(Stage.Halt.THIS);
      }
      if (act(stage) || !goesOn) {
        return;
      }
      if (waits) {
        resume(stage);
        return;
      }
    }
    exit.trailers(trailers);
  }

  /** What the plugin ordered in its callback is done now; true when that was the end of this direction. */
  private boolean act(Stage stage) {
    stage.context().vm().act();
    return closed;
  }

  /** What lies behind the last plugin, and what becomes of a message that is too large to be held. */
  interface Exit {
    void headers(HeaderMap headers, boolean endOfStream);

    void data(Bytes data, boolean endOfStream);

    void trailers(HeaderMap trailers);

    void metadata(List<Header> entries);

    void tooLarge();
  }
}
