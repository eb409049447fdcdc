package dev.sluice.laws.pipeline;

import static dev.sluice.dsl.Sluice.*;

import dev.sluice.value.TextValue;

/** Texts of what outlives streams, out of their written form. Compiled into the module. */
final class StateTexts implements TextWords {
  private final StateReader state;
  private final ValueReader values;

  StateTexts(StateReader state, ValueReader values) {
    this.state = state;
    this.values = values;
  }

  @Override
  public TextValue text(Term term) {
    return switch (term.word()) {
      case "Shared" -> sharedData(state.key(term.text(0)));
      case "Counted" -> state.counter().of(values.text(term.term(0))).asText();
      case "Cached" -> state.cache().get(values.text(term.term(0)));
      case "State" -> state.text().value();
      case "AsText" -> values.number(term.term(0)).asText();
      default -> null;
    };
  }
}
