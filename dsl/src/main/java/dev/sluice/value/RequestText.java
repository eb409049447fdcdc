package dev.sluice.value;

import dev.sluice.plan.Planner;
import dev.sluice.plan.Reader;

/**
 * An attribute of the request that stands in a pseudo-header (RFC 9113 section 8.3.1). In a response part, where the
 * request's headers are gone, it is read from the host's property of the same meaning.
 */
public record RequestText(String word, String pseudoHeader, String property) implements TextValue {
  public static final RequestText METHOD = new RequestText("method", ":method", "method");
  public static final RequestText SCHEME = new RequestText("scheme", ":scheme", "scheme");
  public static final RequestText AUTHORITY = new RequestText("authority", ":authority", "host");

  @Override
  public String describe() {
    return word;
  }

  @Override
  public Reader reader(Planner planner) {
    return planner.requestAttribute(pseudoHeader, property);
  }
}
