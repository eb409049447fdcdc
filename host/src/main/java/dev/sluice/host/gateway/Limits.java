package dev.sluice.host.gateway;

/** What the gateway takes from either side. */
final class Limits {
  /** Header fields of one message together; Envoy's default for requests is 60 KiB. */
  static final int MOST_HEADER_BYTES = 1 << 17;
  /** Request or status line. */
  static final int MOST_LINE_BYTES = 1 << 16;

  private Limits() {}
}
