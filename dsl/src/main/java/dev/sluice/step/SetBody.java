package dev.sluice.step;

import dev.sluice.plan.Check;
import dev.sluice.plan.Label;
import dev.sluice.plan.Planner;
import dev.sluice.plan.Reader;
import dev.sluice.plan.ReplaceBody;
import dev.sluice.value.BodyText;
import dev.sluice.value.TextValue;

/**
 * Puts a text in the place of a message's whole body, which is waited for with the limits given. Headers that no longer
 * hold go: content-length, etag, digests, accept-ranges. To a message that has ended with its headers a proxy cannot add
 * a body: it is answered with 500, but a response that never has one (to HEAD, 204, 304) is let through. An absent text
 * leaves the body as it is.
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
    planner.bodyChanges();
    body.await(planner);
    planReplace(planner, value.reader(planner));
  }

  /** Plans that what the reader gives takes the place of a body that has been waited for. */
  static void planReplace(Planner planner, Reader text) {
    Label noBody = planner.failure("no body to replace", 500, "sluice_no_body");
    planner.emit(
        planner.phase().isRequest()
            ? new ReplaceBody(text, null, null, noBody)
            : new ReplaceBody(text, planner.requestAttribute(":method"), planner.responseStatus(), noBody));
  }
}
