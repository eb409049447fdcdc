package dev.sluice.host.model;

/** What goes wrong with the upstream of a request. */
public enum UpstreamFailure {
  /** It, or the way to it, breaks the stream off: 503 before a response has begun. */
  RESET,
  /** It takes too long: 504 before a response has begun. */
  TIMEOUT;

  private static final String REASON = "connection termination";

  /** What Envoy's router answers in the upstream's place. */
  LocalReply reply() {
    return this == RESET ? LocalReply.upstreamReset(REASON) : LocalReply.upstreamTimeout();
  }

  /** Why the stream is reset where a response has begun. */
  String resetDetails() {
    return this == RESET ? LocalReply.lateReset(REASON) : reply().details();
  }
}
