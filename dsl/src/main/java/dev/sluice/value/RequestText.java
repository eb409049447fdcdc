package dev.sluice.value;

import dev.sluice.plan.Planner;
import dev.sluice.plan.Reader;

/**
 * An attribute of the request that stands in a pseudo-header (RFC 9113 section 8.3.1). A response part has it as the
 * client sent it: it is remembered before the first step, since a host no longer has it then.
 */
public record RequestText(String word, String pseudoHeader) implements TextValue {
  public static final RequestText METHOD = new RequestText("method", ":method");
  public static final RequestText SCHEME = new RequestText("scheme", ":scheme");
  public static final RequestText AUTHORITY = new RequestText("authority", ":authority");

  @Override
  public String describe() {
    return word;
  }

  @Override
  public Reader reader(Planner planner) {
    return planner.requestAttribute(pseudoHeader);
  }
}
