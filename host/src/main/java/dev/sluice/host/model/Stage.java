package dev.sluice.host.model;

import dev.sluice.abi.Bytes;
import dev.sluice.abi.Header;
import java.util.ArrayList;
import java.util.List;

/**
 * One plugin's part of one direction: how far the message may go, what is kept of it here, and what the plugin can see
 * of it now ({@code ActiveStreamFilterBase} of Envoy's filter manager and the maps of its Wasm context in one).
 */
final class Stage {
  private final StreamContext context;
  private Halt halt = Halt.NONE;
  private DataBuffer held;
  private List<List<Header>> savedMetadata = List.of();

  /** What hostcalls can reach now; null where it is not there. */
  HeaderMap headers;
  HeaderMap trailers;
  DataBuffer body;

  /** The plugin has been told of the headers. */
  boolean headersSeen;
  boolean headersPassed;
  /** The last answer was stop-and-buffer: the next chunk joins what is held before the plugin sees it. */
  boolean accumulating;
  /** The plugin has had the body buffered before. */
  boolean bufferedBefore;
  /** The message's end has come as far as this. */
  boolean endReached;
  boolean trailersReached;
  /** In the callback of the last chunk of a message without trailers: trailers may be added now. */
  boolean mayAddTrailers;

  Stage(StreamContext context) {
    this.context = context;
  }

  StreamContext context() {
    return context;
  }

  void halt(Halt next) {
    halt = next;
  }

  boolean stopped() {
    return halt != Halt.NONE;
  }

  boolean stoppedAll() {
    return halt == Halt.ALL_BUFFER || halt == Halt.ALL_WATERMARK;
  }

  /** True when what is held here counts against the buffer limit. */
  boolean limited() {
    return halt != Halt.ALL_WATERMARK;
  }

  /** Moves this to the end of what is held. */
  void keep(DataBuffer data) {
    if (held == null) {
      held = new DataBuffer(Bytes.EMPTY);
    }
    held.moveFrom(data);
  }

  /** Null where nothing is held; an empty buffer still carries the end of the stream. */
  DataBuffer held() {
    return held;
  }

  DataBuffer takeHeld() {
    DataBuffer all = held;
    held = null;
    accumulating = false;
    return all;
  }

  /** Keeps metadata that has come too early for the plugin, or while it has stopped everything. */
  void save(List<Header> metadata) {
    savedMetadata = new ArrayList<>(savedMetadata);
    savedMetadata.add(metadata);
  }

  List<List<Header>> takeSavedMetadata() {
    List<List<Header>> all = savedMetadata;
    savedMetadata = List.of();
    return all;
  }

  /** What the plugin could reach is gone for it. */
  void hide() {
    headers = null;
    trailers = null;
    body = null;
  }

  /** How a plugin has stopped a direction. */
  enum Halt {
    NONE,
    /** Further callbacks come, nothing goes on to the next plugin. */
    THIS,
    /** No further callbacks; data is kept up to the limit. */
    ALL_BUFFER,
    /** No further callbacks; data is kept, the sender is slowed down. */
    ALL_WATERMARK
  }
}
