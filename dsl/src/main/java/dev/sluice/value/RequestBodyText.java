package dev.sluice.value;

import dev.sluice.abi.Callback;
import dev.sluice.abi.Needs;
import dev.sluice.plan.Check;
import dev.sluice.plan.Planner;

/** The whole body of the request, see {@link BodyText}; for request parts. */
public record RequestBodyText(BodyLimits limits) implements BodyText {
  @Needs({Callback.REQUEST_HEADERS, Callback.REQUEST_BODY, Callback.REQUEST_TRAILERS})
  public RequestBodyText {
    Check.given("requestBody", "the limits", limits);
  }

  /** With the limits that hold unless others are given. */
  public static RequestBodyText standard() {
    return new RequestBodyText(BodyLimits.STANDARD);
  }

  @Override
  public BodyText with(BodyLimits other) {
    return new RequestBodyText(other);
  }

  @Override
  public String describe() {
    return "request body";
  }

  @Override
  public void await(Planner planner) {
    planner.only("request", "requestBody()");
    limits.await(planner, false, 413, 400, 408);
  }
}
