package dev.sluice.laws.pipeline;

import static dev.sluice.dsl.Sluice.*;

import dev.sluice.data.json.Json;
import dev.sluice.value.BodyText;
import dev.sluice.value.Condition;
import dev.sluice.value.NumberValue;
import dev.sluice.value.TextValue;
import java.util.List;

/** Texts and conditions out of their written form. Compiled into the module. */
final class ValueReader {
  private final boolean request;
  private final List<TextWords> others;

  ValueReader(boolean request, StateReader state) {
    this.request = request;
    this.others = List.of(new StateTexts(state, this), new WordTexts(this), new JsonTexts(this), new FormatTexts(this));
  }

  BodyText body(int limit) {
    return request ? requestBody().limit(limit) : responseBody().limit(limit);
  }

  BodyText bounded(Term term) {
    BodyText body = body(term.number(0));
    body = term.number(1) == 0 ? body : body.onTooLarge(respond(term.number(1), "refused"));
    return term.number(2) == 0 ? body : body.onEndless(respond(term.number(2), "refused"));
  }

  /** The text that is a part of a term. */
  TextValue text(Term term, int index) {
    return text(term.term(index));
  }

  TextValue text(Term term) {
    return switch (term.word()) {
      case "Literal" -> dev.sluice.dsl.Sluice.text(term.text(0));
      case "Header" -> header(term.text(0));
      case "Single" -> header(term.text(0)).single();
      case "RequestHeader" -> requestHeader(term.text(0));
      case "ResponseHeader" -> responseHeader(term.text(0));
      case "Path" -> path();
      case "Method" -> method();
      case "Authority" -> authority();
      case "QueryString" -> queryString();
      case "Query" -> query(term.text(0));
      case "Ref" -> ref(term.text(0));
      case "Body" -> body(term.number(0));
      case "Trailer" -> request ? requestTrailer(term.text(0)).limit(term.number(1))
          : responseTrailer(term.text(0)).limit(term.number(1));
      case "AnswerBody" -> answer().body();
      case "AnswerHeader" -> answer().header(term.text(0));
      case "AnswerOf" -> answer(term.text(0)).body();
      case "OrElse" -> text(term.term(0)).orElse(text(term.term(1)));
      case "Upper" -> text(term.term(0)).upperCase();
      case "Joined" -> concat(text(term.term(0)), text(term.term(1)));
      default -> other(term);
    };
  }

  private TextValue other(Term term) {
    for (TextWords words : others) {
      TextValue text = words.text(term);
      if (text != null) {
        return text;
      }
    }
    throw term.unknown();
  }

  NumberValue number(Term term) {
    return switch (term.word()) {
      case "Fixed" -> dev.sluice.dsl.Sluice.number(term.number(0));
      case "Calculated" ->
        WordReader.calculated(term.text(0), number(term.term(1)), number(term.term(2)));
      case "AsLong" -> text(term.term(0)).asLong();
      case "Port" -> port();
      case "Length" -> text(term.term(0)).length();
      default -> throw term.unknown();
    };
  }

  private Condition[] questions(Term term) {
    List<Json> written = term.list(0);
    Condition[] all = new Condition[written.size()];
    for (int i = 0; i < all.length; i++) {
      all[i] = question(Term.of(written.get(i)));
    }
    return all;
  }

  Condition question(Term term) {
    return switch (term.word()) {
      case "Missing" -> text(term.term(0)).missing();
      case "Absent" -> text(term.term(0)).absent();
      case "Is" -> text(term.term(0)).is(term.text(1));
      case "StartsWith" -> text(term.term(0)).startsWith(term.text(1));
      case "Contains" -> text(term.term(0)).contains(term.text(1));
      case "Same" -> text(term.term(0)).is(text(term.term(1)));
      case "AnyIs" -> headerValues(term.text(0)).any().is(term.text(1));
      case "MoreThan" -> headerValues(term.text(0)).count().greaterThan(term.number(1));
      case "StatusBetween" -> status().between(term.number(0), term.number(1));
      case "AnswerStatus" -> answer().status().is(term.number(0));
      case "AnswerStatusOf" -> answer(term.text(0)).status().is(term.number(1));
      case "Asked" -> WordReader.asked(term.text(0), text(term.term(1)), term.text(2));
      case "Compared" -> WordReader.compared(term.text(0), number(term.term(1)), term.number(2));
      case "PathIsLike" -> pathTemplate(term.text(0));
      case "AllOf" -> allOf(questions(term));
      case "AnyOf" -> anyOf(questions(term));
      case "LineIs" -> headerLines().any().is(term.text(0));
      case "And" -> question(term.term(0)).and(question(term.term(1)));
      case "Or" -> question(term.term(0)).or(question(term.term(1)));
      case "Not" -> not(question(term.term(0)));
      default -> throw term.unknown();
    };
  }
}
