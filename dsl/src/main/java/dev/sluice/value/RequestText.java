package dev.sluice.value;

import dev.sluice.plan.Planner;
import dev.sluice.plan.Reader;

/**
 * The first value of a header or pseudo-header (RFC 9113 section 8.3.1) of the request. In a response part, where the
 * request's headers are gone, it is what they were when the request came to the plugin; absent where the response is not
 * to a request that did, such as an answer of the proxy's own.
 *
 * @param word how the value is called
 */
public record RequestText(String word, String name) implements TextValue {
  public static final RequestText METHOD = new RequestText("method", ":method");
  public static final RequestText SCHEME = new RequestText("scheme", ":scheme");
  public static final RequestText AUTHORITY = new RequestText("authority", ":authority");

  @Override
  public String describe() {
    return word;
  }

  @Override
  public Reader reader(Planner planner) {
    return planner.requestAttribute(name);
  }
}
