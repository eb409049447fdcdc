package dev.sluice.dsl;

import dev.sluice.plan.Check;

/** What a plugin answers when its own code fails. */
public sealed interface FailurePolicy {
  /** Refuses the request, with this status. */
  record Closed(int status) implements FailurePolicy {
    public Closed {
      Check.status("failClosed", status);
    }
  }

  /** Lets the stream pass; the rest of the pipeline's part is skipped. */
  record Open() implements FailurePolicy {}
}
