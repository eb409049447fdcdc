package dev.sluice.settings;

import dev.sluice.data.json.Json;
import io.vavr.control.Option;
import java.util.function.Function;

/** See {@link Decoder#parse}. */
class ParsedDecoder<T, U> extends Decoder<U> {
  private final Decoder<T> source;
  private final String expected;
  private final Function<? super T, Option<U>> function;

  ParsedDecoder(Decoder<T> source, String expected, Function<? super T, Option<U>> function) {
    this.source = source;
    this.expected = expected;
    this.function = function;
  }

  @Override
  final U read(Json json, Place place) {
    T value = source.read(json, place);
    if (value == null) {
      return null;
    }
    Option<U> parsed = function.apply(value);
    return parsed.isEmpty() ? unexpected(json, place) : parsed.get();
  }

  @Override
  final String expected() {
    return expected;
  }

  @Override
  final boolean isQuotable() {
    return source.isQuotable();
  }

  @Override
  public Schema schema() {
    return source.schema().describedAs(expected);
  }
}
