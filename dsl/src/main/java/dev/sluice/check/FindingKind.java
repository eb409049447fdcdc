package dev.sluice.check;

import static dev.sluice.check.Severity.ERROR;
import static dev.sluice.check.Severity.NOTE;
import static dev.sluice.check.Severity.WARNING;

import java.util.Locale;

/** What can be found. */
public enum FindingKind {
  REFUSED(ERROR, "The planner refuses the step where it stands; a proxy would refuse the configuration."),
  UNKNOWN_VARIABLE(ERROR, "A variable is read that no step before binds."),
  UNREACHABLE_STEP(ERROR, "A step stands behind one that always answers or closes: it never runs."),
  DUPLICATE_METRIC(ERROR, "One name of a metric is used with different types or tags."),
  PSEUDO_HEADER(ERROR, "A pseudo-header is written that the message does not have."),
  FRAMED_BODY(ERROR, "content-length is written in a part that changes the body, whose length is then another one."),
  CONTENT_LENGTH(WARNING, "content-length is written by hand; a wrong one breaks the message."),
  HOP_BY_HOP_HEADER(WARNING, "A header of one connection is written, which the proxy writes itself or drops."),
  LOST_CHANGE(WARNING, "A message is changed and then dropped, since a reply takes its place."),
  MAYBE_UNBOUND(NOTE, "A variable is written somewhere that is bound only on some of the ways there."),
  UNUSED_VARIABLE(WARNING, "A variable is bound that nothing reads."),
  ALWAYS_TRUE(WARNING, "A condition always holds."),
  ALWAYS_FALSE(WARNING, "A condition never holds."),
  SHADOWED(WARNING, "A case or rule is never reached: one before it takes all of its requests."),
  EMPTY_BRANCH(WARNING, "A condition is asked and nothing depends on it."),
  LARGE_BUFFER(WARNING, "A body may be held that is larger than Envoy's buffer, unless that is made larger."),
  LONG_HOLD(WARNING, "A stream may be held longer than Envoy leaves one idle."),
  UNSAFE_RETRY(WARNING, "A call that is not idempotent is made again where it fails."),
  FIRST_VALUE_SECRET(WARNING, "The first value of a header that may repeat is compared with a secret."),
  TIMED_SECRET(WARNING, "A secret is compared in a time that tells how much of it was right."),
  LATE_ATTRIBUTE(WARNING, "An attribute is read where Envoy has it no more."),
  EARLY_ATTRIBUTE(WARNING, "An attribute is read before Envoy has it."),
  UNKNOWN_ATTRIBUTE(WARNING, "An attribute is read that Envoy does not have."),
  FAST_INTERVAL(WARNING, "An interval is shorter than ticks can keep."),
  LIMIT_RESETS(NOTE, "A response above a limit is broken off: its headers have gone by then."),
  ENDLESS_BODY(NOTE, "Messages whose body may never end are refused where a body is read.");

  private final Severity severity;
  private final String meaning;

  FindingKind(Severity severity, String meaning) {
    this.severity = severity;
    this.meaning = meaning;
  }

  public Severity severity() {
    return severity;
  }

  /** What it means, in a sentence. */
  public String meaning() {
    return meaning;
  }

  /** By which findings are named, such as {@code unreachable-step}. Stays the same. */
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
