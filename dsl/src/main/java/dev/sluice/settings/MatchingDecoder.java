package dev.sluice.settings;

import com.google.re2j.Pattern;
import dev.sluice.data.json.Json;
import dev.sluice.plan.Check;
import io.vavr.collection.List;
import io.vavr.control.Option;

/** See {@link TextDecoder#matching}. */
final class MatchingDecoder extends Decoder<String> {
  private final Decoder<String> source;
  private final Pattern pattern;

  MatchingDecoder(Decoder<String> source, String regex) {
    this.source = source;
    this.pattern = Regexes.compile(Check.given("matching", "the regular expression", regex))
        .getOrElseThrow(
            reason -> new IllegalArgumentException(
                "matching: " + Quoted.of(regex) + " is not a regular expression: " + reason));
  }

  @Override
  String read(Json json, Place place) {
    String text = source.read(json, place);
    return text == null || pattern.matches(text) ? text : unexpected(json, place);
  }

  @Override
  String expected() {
    return "a string that matches " + pattern.pattern();
  }

  @Override
  public Schema schema() {
    Schema whole = Schema.empty().with("pattern", "^(?:" + pattern.pattern() + ")$");
    return source.schema().with("allOf", List.of(whole)).describedAs(expected());
  }

  @Override
  Option<Object> shown(String value) {
    return Option.some(value);
  }
}
