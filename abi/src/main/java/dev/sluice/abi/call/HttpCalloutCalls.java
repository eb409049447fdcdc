package dev.sluice.abi.call;

import dev.sluice.abi.Answer;
import dev.sluice.abi.Bytes;
import dev.sluice.abi.Status;

/** HTTP requests of the plugin itself. */
public interface HttpCalloutCalls {
  /**
   * Sends a request ({@code proxy_http_call}). The answer comes by {@code onHttpCallResponse} with the token that this
   * call hands over, to the root context.
   *
   * @param upstream what the host calls its clusters; Envoy: the name of a cluster
   * @param headers serialized pairs with {@code :method}, {@code :path} and {@code :authority}
   * @param trailers serialized pairs
   * @param timeoutMillis 0 means none at all
   * @return {@link dev.sluice.abi.Status#BAD_ARGUMENT} for an unknown cluster, missing pseudo-headers, a negative time
   */
  default Answer dispatch(Bytes upstream, Bytes headers, Bytes body, Bytes trailers, int timeoutMillis) {
    return Answer.refused(Status.UNIMPLEMENTED);
  }
}
