package dev.sluice.laws.pipeline;

import static dev.sluice.dsl.Sluice.*;

import dev.sluice.value.TextValue;

/** What is read out of known formats, out of its written form. Compiled into the module. */
final class FormatTexts implements TextWords {
  private final ValueReader values;

  FormatTexts(ValueReader values) {
    this.values = values;
  }

  @Override
  public TextValue text(Term term) {
    return switch (term.word()) {
      case "Format" -> format(term.text(0), values.text(term.term(1)));
      case "Asked" -> asked(term.text(0), term.text(1));
      case "Segment" -> path().segment(term.number(0));
      case "Parameter" -> pathTemplate(term.text(0)).parameter(term.text(1));
      default -> null;
    };
  }

  private static TextValue format(String word, TextValue text) {
    return switch (word) {
      case "bearer" -> text.bearer();
      case "basicUser" -> text.basicUser();
      case "basicPassword" -> text.basicPassword();
      case "formField" -> text.formField("a");
      case "formFields" -> text.formFields("a").join("|");
      case "split" -> text.split(".").at(1);
      case "group" -> text.group("([a-z]+)[/=;](.)?", 2);
      default -> throw new IllegalArgumentException(word);
    };
  }

  private static TextValue asked(String word, String name) {
    return switch (word) {
      case "cookie" -> cookie(name);
      case "cookieValues" -> cookieValues(name).join("|");
      case "queryValues" -> queryValues(name).join("|");
      case "raw" -> query(name).raw();
      case "segments" -> path().segments().join("|");
      default -> throw new IllegalArgumentException(word);
    };
  }
}
