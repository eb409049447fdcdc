package dev.sluice.abi.attribute;

/** In which callbacks Envoy has an attribute. */
public enum AttributePhase {
  /** In all, also where there is no stream. */
  ANYWHERE,
  /** Wherever there is a stream: a connection or an HTTP exchange. */
  STREAM,
  /** Wherever there is an HTTP exchange. */
  EXCHANGE,
  /** Where the plugin can read request headers: in their callback, as long as it holds them, and in the log. */
  REQUEST_HEADERS,
  /** Once there is a connection to the upstream: at the latest when something comes from there. */
  UPSTREAM,
  /** From response headers on. */
  RESPONSE,
  /** Where the plugin can read response headers: in their callback, as long as it holds them, and in the log. */
  RESPONSE_HEADERS,
  /** Where the plugin can read response trailers: in their callback, as long as it holds them, and in the log. */
  RESPONSE_TRAILERS,
  /** In {@code proxy_on_log}: the exchange is over. */
  LOG;

  private static final AttributePhase[] VALUES = values();

  static AttributePhase of(int index) {
    return VALUES[index];
  }
}
