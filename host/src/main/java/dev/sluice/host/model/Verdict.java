package dev.sluice.host.model;

import dev.sluice.abi.Bytes;

/** What the plugins of a stream made of request or response headers. */
public sealed interface Verdict {

  /** The message goes on, with these headers. */
  record Pass(HeaderMap headers) implements Verdict {}

  /**
   * The client gets this response; nothing more goes to or comes from the upstream.
   *
   * @param details why, as Envoy's response code details
   */
  record Reply(HeaderMap headers, Bytes body, String details) implements Verdict {

    public int status() {
      return headers.status();
    }
  }

  /**
   * A plugin holds the message.
   *
   * @param plugin its name
   */
  record Held(String plugin) implements Verdict {}
}
