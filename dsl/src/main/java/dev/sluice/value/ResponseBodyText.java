package dev.sluice.value;

import dev.sluice.abi.Callback;
import dev.sluice.abi.Needs;
import dev.sluice.plan.Check;
import dev.sluice.plan.Planner;

/** The whole body of the response, see {@link BodyText}; for response parts. */
public record ResponseBodyText(BodyLimits limits) implements BodyText {
  @Needs({Callback.RESPONSE_HEADERS, Callback.RESPONSE_BODY, Callback.RESPONSE_TRAILERS})
  public ResponseBodyText {
    Check.given("responseBody", "the limits", limits);
  }

  /** With the limits that hold unless others are given. */
  public static ResponseBodyText standard() {
    return new ResponseBodyText(BodyLimits.STANDARD);
  }

  @Override
  public BodyText with(BodyLimits other) {
    return new ResponseBodyText(other);
  }

  @Override
  public String describe() {
    return "response body";
  }

  @Override
  public void await(Planner planner) {
    planner.only("response", "responseBody()");
    planner.wantsIdentity();
    limits.await(planner, false, 502, 502, 504);
  }
}
