package dev.sluice.host.model;

/** What becomes of streams whose plugin's VM has failed (Envoy's {@code failure_policy}). */
public enum FailurePolicy {
  /** Their requests are answered with 503 until the plugin is configured anew. Envoy's default. */
  FAIL_CLOSED,
  /** They pass as if the plugin were not there. */
  FAIL_OPEN,
  /** As {@link #FAIL_CLOSED} for the streams of the failed VM; later streams get a fresh one. */
  FAIL_RELOAD
}
