package dev.sluice.dsl;

import dev.sluice.plan.Check;

/**
 * One thing that is wrong with a configuration.
 *
 * @param pointer where, as a JSON Pointer (RFC 6901); empty for the whole
 * @param message what is wrong and what would be right
 */
public record SettingsError(String pointer, String message) {
  public SettingsError {
    Check.given("SettingsError", "the pointer", pointer);
    Check.given("SettingsError", "the message", message);
  }

  /** Both in one line. */
  public String describe() {
    return pointer.isEmpty() ? message : pointer + ": " + message;
  }
}
