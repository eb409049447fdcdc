package dev.sluice.host.gateway;

/** What passes a gateway. */
public enum Traffic {
  /** Requests over HTTP/1.1 or HTTP/2. */
  HTTP,
  /** Connections of any protocol. */
  TCP
}
