package dev.sluice.host.exchange;

import java.time.Duration;

/** What a scripted upstream does about a request. Delays are virtual time from the end of the request on. */
public sealed interface Reaction {

  /** A response. */
  record Answer(HttpResponse response, Duration delay) implements Reaction {}

  /** Nothing, ever. */
  record Silence() implements Reaction {}

  /** The connection is closed before a response has begun. */
  record Reset(Duration delay) implements Reaction {}

  /** The connection is closed when headers and body of this response are out; its end never comes. */
  record BrokenOff(HttpResponse begun, Duration delay) implements Reaction {}

  /** A response without delay. */
  static Reaction of(HttpResponse response) {
    return new Answer(response, Duration.ZERO);
  }

  /** A response that takes its time. */
  static Reaction after(Duration delay, HttpResponse response) {
    return new Answer(response, delay);
  }

  static Reaction silence() {
    return new Silence();
  }

  /** A reset without delay. */
  static Reaction reset() {
    return new Reset(Duration.ZERO);
  }
}
