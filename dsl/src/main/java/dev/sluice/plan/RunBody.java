package dev.sluice.plan;

import dev.sluice.abi.Bytes;
import dev.sluice.abi.Fetched;
import dev.sluice.abi.call.Hostcalls;

/**
 * What is there of the body and the trailers of a run's message, and how it changes them. Made when it is asked for, and not
 * final, for the reason given at {@link Account}.
 */
public class RunBody {
  final Run run;
  private boolean complete;
  private int size;
  private boolean seen;
  private Bytes bytes;
  private boolean trailers;
  private boolean ending;
  private boolean made;

  /** @param endOfStream whether the message has ended with its headers */
  RunBody(Run run, boolean endOfStream) {
    this.run = run;
    this.complete = endOfStream;
  }

  /** The same of another run, for analysis. */
  RunBody copy(Run other) {
    RunBody copy = new RunBody(other, complete);
    copy.size = size;
    copy.seen = seen;
    copy.bytes = bytes;
    copy.trailers = trailers;
    copy.ending = ending;
    copy.made = made;
    return copy;
  }

  /** A reply behind what steps have the body go through. */
  Reply streamed(Reply reply) {
    return reply;
  }

  /** What is held of it, for analysis. */
  String holding() {
    String there = size > 0 ? "b" : complete ? "e" : "-";
    return there + (bytes == null ? "-" : "k");
  }

  private Hostcalls host() {
    return run.host();
  }

  private Phase phase() {
    return run.program().phase();
  }

  // the body

  /** Tells what is there of it. */
  public void arrived(int bytesThere, boolean all) {
    size = bytesThere;
    complete = all;
    seen = true;
    bytes = null;
    ending = all;
  }

  /** The callback that brought the end of the body is over. */
  public void ended() {
    ending = false;
  }

  /** Whether there is a body, or can be one. */
  public boolean isThere() {
    return size > 0 || seen;
  }

  /** Bytes of it that are there. */
  public int size() {
    return size;
  }

  /** Whether all of it is there. */
  public boolean isComplete() {
    return complete;
  }

  /** All that is there of it. */
  public Bytes bytes() {
    if (size == 0) {
      return Bytes.EMPTY;
    }
    if (bytes == null) {
      Fetched read = host().buffers().get(phase().body(), 0, size);
      if (!read.isOk()) {
        throw new HostRefusal("proxy_get_buffer_bytes", read.status());
      }
      bytes = read.bytes();
    }
    return bytes;
  }

  /** Puts these bytes in the place of all that is there of it. */
  public void replace(Bytes others) {
    Run.done("proxy_set_buffer_bytes", host().buffers().set(phase().body(), 0, size, others));
    size = others.length();
    bytes = others;
  }

  /** Has what is still to come of it go through a flow; a message without a body has none. */
  public void flow(Flow flow, boolean in) {
    if (run.driver() != null && (seen || !complete)) {
      run.driver().flow(run, flow, in);
    }
  }

  // trailers

  /** Tells that trailers are there, and with them all of the body. */
  public void trailersArrived() {
    complete = true;
    trailers = true;
  }

  /** Whether this is the callback that brings the end of a message without trailers: it can be given some. */
  public boolean isEnding() {
    return ending && !trailers;
  }

  /** Whether the message has trailers and they can be read now. */
  public boolean hasTrailers() {
    return trailers;
  }

  /** Whether the message has come without trailers, and none were added to it so far. */
  boolean lacksTrailers() {
    return !trailers || made;
  }

  /** Changes trailers that are there, or makes them at the end of the message. */
  public void change(TrailerEdit edit) {
    made &= edit.removes();
    trailers = edit.apply(host(), phase().isRequest(), trailers);
  }

  /** Has trailers changed when the end of the message comes. */
  public void changeAtItsEnd(TrailerEdit edit) {
    if (run.driver() != null) {
      run.driver().trailers(run, edit);
    }
  }

  /** Makes empty trailers, where there are none and there can be some: to ask for their size is to make them. */
  void makeTrailers() {
    if (isEnding()) {
      trailers = host().headers().size(TrailerEdit.map(phase().isRequest())).isOk();
      made = trailers;
    }
  }

  /** The first value of a trailer, null where there is none or no end yet. */
  public Bytes trailer(Bytes name) {
    return trailers ? MapReader.read(host(), TrailerEdit.map(phase().isRequest()), name) : null;
  }
}
