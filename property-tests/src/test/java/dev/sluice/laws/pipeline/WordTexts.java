package dev.sluice.laws.pipeline;

import static dev.sluice.dsl.Sluice.*;

import dev.sluice.value.TextValue;

/** Texts of words that are written by their names, see {@link WordReader}. Compiled into the module. */
final class WordTexts implements TextWords {
  private final ValueReader values;

  WordTexts(ValueReader values) {
    this.values = values;
  }

  @Override
  public TextValue text(Term term) {
    return switch (term.word()) {
      case "Known" -> WordReader.known(term.text(0));
      case "Own" -> property("own");
      case "Made" -> WordReader.made(term.text(0), values.text(term.term(1)));
      case "MadeWith" -> WordReader.made(term.text(0), values.text(term.term(1)), term.text(2), term.text(3));
      case "Elements" -> WordReader.elements(term.text(0), term.text(1));
      default -> null;
    };
  }
}
