package dev.sluice.testkit;

import dev.sluice.testkit.http.Headers;
import dev.sluice.testkit.http.Response;
import dev.sluice.testkit.http.SeenRequest;
import io.vavr.collection.Vector;
import io.vavr.control.Option;

/**
 * What came of one request.
 *
 * @param response what the client got
 * @param upstreamSaw what the upstream got; none where the plugin answered in its place
 * @param hostcalls the names of the Proxy-Wasm functions that the plugin called for this exchange, in order
 * @param logs what the plugin logged for this exchange, in order
 */
public record Exchange(
    Response response, Option<SeenRequest> upstreamSaw, Vector<String> hostcalls, Vector<LogEntry> logs) {

  public int status() {
    return response.status();
  }

  /** The headers that the client got. */
  public Headers headers() {
    return response.headers();
  }

  /** The body that the client got, as UTF-8 text. */
  public String text() {
    return response.text();
  }
}
