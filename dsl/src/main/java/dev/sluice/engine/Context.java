package dev.sluice.engine;

import dev.sluice.plan.Flow;
import dev.sluice.plan.Memory;
import dev.sluice.plan.Run;
import dev.sluice.plan.TrailerEdit;

/** What is known of a root or stream context. */
final class Context {
  /** The configuration in force: of a root the newest, of a stream the one that it began with; null for none. */
  ConfiguredPlugin plugin;

  /** The root context of a stream; 0 where it is not known. */
  int root;

  /** Number of filters whose response parts a response runs through. */
  int entered;

  /** Number of filters whose log parts run. */
  int seen;

  /** What the pipeline remembers of the stream, null for nothing. */
  Memory memory;

  /** The run that holds the request, null for none. */
  Run request;

  /** The run that holds the response, null for none. */
  Run response;

  /**
   * Gives up a run that holds the request although its response, or its end, is there: the proxy itself has answered.
   * That answer passes the filters that were entered.
   */
  void giveUpRequest() {
    if (request != null) {
      entered = request.layer() + 1;
      seen = entered;
      memory = request.memory();
      request.unpark();
      request = null;
    }
  }

  /** What pieces of the request's body run through, null for nothing. */
  Flow requestFlow;

  /** What pieces of the response's body run through, null for nothing. */
  Flow responseFlow;

  /** What happens to the request's trailers when its end comes, null for nothing. */
  TrailerEdit requestTrailers;

  /** What happens to the response's trailers when its end comes, null for nothing. */
  TrailerEdit responseTrailers;

  /** Takes out what happens to the trailers of this direction, null for nothing. */
  TrailerEdit takeTrailers(boolean ofRequest) {
    TrailerEdit edits = ofRequest ? requestTrailers : responseTrailers;
    if (ofRequest) {
      requestTrailers = null;
    } else {
      responseTrailers = null;
    }
    return edits;
  }

  /** What pieces of the body of this direction run through, null for nothing. */
  Flow flow(boolean ofRequest) {
    return ofRequest ? requestFlow : responseFlow;
  }

  /** Whether the stream or connection is held. */
  boolean isHeld() {
    return request != null || response != null;
  }

  /** The run that holds this direction, null for none. */
  Run held(boolean ofRequest) {
    return ofRequest ? request : response;
  }

  /** The flow of this direction has had all. */
  void endFlow(boolean ofRequest) {
    if (ofRequest) {
      requestFlow = null;
    } else {
      responseFlow = null;
    }
  }

  Context(ConfiguredPlugin plugin) {
    this.plugin = plugin;
    this.entered = plugin == null ? 0 : plugin.plan().enteredUnseen();
    this.seen = entered;
  }
}
