package dev.sluice.laws.pipeline;

import static dev.sluice.dsl.Sluice.*;

import dev.sluice.value.NumberValue;
import dev.sluice.value.TextValue;

/** Texts of JSON, of templates and of bodies with bounds, out of their written form. Compiled into the module. */
final class JsonTexts implements TextWords {
  private final ValueReader values;

  JsonTexts(ValueReader values) {
    this.values = values;
  }

  @Override
  public TextValue text(Term term) {
    return switch (term.word()) {
      case "JsonAt" -> values.text(term.term(0)).json(term.text(1));
      case "Filled" -> filled(term.text(0), values.text(term.term(1)), values.number(term.term(2)));
      case "BoundedBody" -> values.bounded(term);
      default -> null;
    };
  }

  private static TextValue filled(String word, TextValue text, NumberValue number) {
    return word.equals("json")
        ? json("{\"a\": \"{}\", \"b\":\"{}\",\"c\":\"-{}{}\"}", text, number, text, number)
        : template("<{}>{}", text, number);
  }
}
