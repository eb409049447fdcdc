package dev.sluice.plan;

import dev.sluice.abi.HeadersStatus;

/**
 * How a program holds streams. A class of its own, and not final, for the reason given at {@link Account}: a module
 * whose program never holds a stream has none of this.
 */
public class Suspension {
  Suspension() {}

  /** Parks a run that holds its stream in the headers callback; returns what the callback answers. */
  public HeadersStatus parkAtHeaders(Run run) {
    run.park();
    return HeadersStatus.STOP_ALL_ITERATION_AND_WATERMARK;
  }

  /** The stream is still held although its message has ended, in the callback that brought the end. */
  public void heldAtEnd(Run run) {}

  /** Tells what the program demands of the proxy. */
  public void demand(Demands demands) {}

  /** What a program can demand of its proxy beyond the ABI. */
  public interface Demands {
    /** That stopped headers do not stop the body (Envoy: {@code allow_on_headers_stop_iteration}). */
    void bodyWhileHeadersAreHeld();
  }
}
