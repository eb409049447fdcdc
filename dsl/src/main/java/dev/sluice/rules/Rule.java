package dev.sluice.rules;

import dev.sluice.plan.Check;

/** Settings for the requests that match. */
public record Rule<S>(Match match, S settings) {
  public Rule {
    Check.given("rule", "the match", match);
    Check.given("rule", "the settings", settings);
  }
}
