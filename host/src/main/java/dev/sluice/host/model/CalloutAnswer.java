package dev.sluice.host.model;

import dev.sluice.abi.Bytes;

/**
 * The whole answer to an HTTP call of a plugin.
 *
 * @param trailers null where there are none
 */
record CalloutAnswer(HeaderMap headers, Bytes body, HeaderMap trailers) {

  int trailerCount() {
    return trailers == null ? 0 : trailers.size();
  }
}
