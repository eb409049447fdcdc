package dev.sluice.dsl;

import dev.sluice.plan.Check;
import io.vavr.collection.Seq;

/** A configuration that a decoder refused. Ends {@code define}; the engine logs each error and refuses to configure. */
public final class SettingsRejected extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  private final transient Seq<SettingsError> errors;

  public SettingsRejected(Seq<SettingsError> errors) {
    super(message(Check.given("SettingsRejected", "the list of errors", errors)));
    this.errors = errors;
  }

  public Seq<SettingsError> errors() {
    return errors;
  }

  private static String message(Seq<SettingsError> errors) {
    StringBuilder text = new StringBuilder("the settings are refused");
    for (SettingsError error : errors) {
      text.append("; ").append(error.describe());
    }
    return text.toString();
  }
}
