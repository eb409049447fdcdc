package dev.sluice.testkit.http;

import java.time.Duration;

/** How a service reacts to a request. */
public sealed interface Reply {

  /**
   * An answer.
   *
   * @param delay how long the service takes: virtual time on the model of a proxy, real time in Envoy
   */
  record Answer(Response response, Duration delay) implements Reply {}

  /** No answer, ever. */
  record Silence() implements Reply {}

  /** The service breaks off. */
  record Reset() implements Reply {}

  /** An answer at once. */
  static Reply of(Response response) {
    return new Answer(response, Duration.ZERO);
  }

  /** An answer that takes its time. */
  static Reply after(Duration delay, Response response) {
    return new Answer(response, delay);
  }

  static Reply never() {
    return new Silence();
  }

  static Reply reset() {
    return new Reset();
  }
}
