package dev.sluice.settings;

import dev.sluice.data.json.Json;
import io.vavr.control.Option;
import java.util.function.Predicate;

/** See {@link Decoder#check}. */
final class CheckedDecoder<T> extends Decoder<T> {
  private final Decoder<T> source;
  private final Predicate<? super T> condition;
  private final String message;

  CheckedDecoder(Decoder<T> source, Predicate<? super T> condition, String message) {
    this.source = source;
    this.condition = condition;
    this.message = message;
  }

  @Override
  T read(Json json, Place place) {
    T value = source.read(json, place);
    return value == null || condition.test(value) ? value : place.refuse(message);
  }

  @Override
  String expected() {
    return source.expected();
  }

  @Override
  boolean isQuotable() {
    return source.isQuotable();
  }

  @Override
  public Schema schema() {
    return source.schema();
  }

  @Override
  Option<Object> shown(T value) {
    return source.shown(value);
  }
}
