package dev.sluice.std.auth;

import static dev.sluice.dsl.Sluice.*;

import dev.sluice.step.Step;
import dev.sluice.value.TextValue;

/** Whom a filter has let through, as filters behind it find them. */
public final class Authenticated {
  private static final String CONSUMER = "authenticated consumer";

  private Authenticated() {}

  /** The name; for steps behind those of the filter that authenticates. */
  public static TextValue consumer() {
    return ref(CONSUMER);
  }

  static Step as(String name) {
    return as(text(name));
  }

  static Step as(TextValue name) {
    return bind(CONSUMER, name);
  }

  /** Puts the name in the place of all that a header has. */
  static Step tell(String header) {
    return setHeader(header, consumer());
  }
}
