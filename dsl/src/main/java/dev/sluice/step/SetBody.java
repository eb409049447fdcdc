package dev.sluice.step;

import dev.sluice.plan.Check;
import dev.sluice.plan.Planner;
import dev.sluice.plan.ReplaceBody;
import dev.sluice.value.BodyText;
import dev.sluice.value.TextValue;

/**
 * Puts a text in the place of a message's whole body, which is waited for with the limits given. Headers that no longer
 * hold go: content-length, etag, content-md5, digests, accept-ranges. A message without a body keeps having none
 * where the proxy could not add one (it has ended with its headers): its branch answers, unless given with a 5xx. An
 * absent text leaves the body as it is.
 */
public record SetBody(BodyText body, TextValue value) implements Step {
  public SetBody {
    Check.given("setBody", "the body", body);
    Check.given("setBody", "the text", value);
  }

  @Override
  public String word() {
    return "setBody";
  }

  @Override
  public String describe() {
    return "set " + body.describe() + " to " + value.describe();
  }

  @Override
  public void plan(Planner planner) {
    body.await(planner);
    planner.emit(
        new ReplaceBody(value.reader(planner), planner.failure("no body to replace", 500, "sluice_no_body")));
  }
}
