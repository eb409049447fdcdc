package dev.sluice.settings;

import com.google.re2j.Pattern;
import dev.sluice.data.json.Json;
import io.vavr.control.Either;
import io.vavr.control.Option;

/** See {@link Decoders#regex}. */
final class RegexDecoder extends Decoder<Pattern> {

  @Override
  Pattern read(Json json, Place place) {
    Option<String> text = json.string();
    if (text.isEmpty()) {
      return unexpected(json, place);
    }
    Either<String, Pattern> compiled = Regexes.compile(text.get());
    return compiled.isLeft()
        ? place.refuse(subject(json) + " is not " + expected() + ": " + compiled.getLeft())
        : compiled.get();
  }

  @Override
  String expected() {
    return "a regular expression in RE2's syntax";
  }

  @Override
  public Schema schema() {
    return Schema.ofType("string").describedAs(expected());
  }

  @Override
  Option<Object> shown(Pattern value) {
    return Option.some(value.pattern());
  }
}
