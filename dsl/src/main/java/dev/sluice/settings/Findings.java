package dev.sluice.settings;

import dev.sluice.abi.Decimal;
import dev.sluice.dsl.SettingsError;
import dev.sluice.dsl.SettingsObserver;
import io.vavr.collection.List;

/** What was found wrong with one configuration. Of very many errors the first ones are kept, and how many followed. */
final class Findings {
  static final int MOST_ERRORS = 100;

  private final SettingsObserver observer;
  private List<SettingsError> newestFirst = List.empty();
  private int count;

  Findings(SettingsObserver observer) {
    this.observer = observer;
  }

  void error(Place place, String message) {
    if (count < MOST_ERRORS) {
      newestFirst = newestFirst.prepend(new SettingsError(place.pointer(), message));
    }
    count++;
  }

  void warning(Place place, String message) {
    observer.warning(new SettingsError(place.pointer(), message));
  }

  boolean none() {
    return count == 0;
  }

  /** In the order in which they were found. */
  List<SettingsError> errors() {
    List<SettingsError> errors = newestFirst;
    if (count > MOST_ERRORS) {
      errors = errors.prepend(new SettingsError("", "and " + Decimal.of(count - MOST_ERRORS) + " more errors"));
    }
    return errors.reverse();
  }
}
