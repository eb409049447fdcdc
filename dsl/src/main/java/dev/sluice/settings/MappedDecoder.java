package dev.sluice.settings;

import dev.sluice.data.json.Json;
import dev.sluice.plan.Check;
import java.util.function.Function;

/** See {@link Decoder#map}. */
final class MappedDecoder<T, U> extends Decoder<U> {
  private final Decoder<T> source;
  private final Function<? super T, ? extends U> function;

  MappedDecoder(Decoder<T> source, Function<? super T, ? extends U> function) {
    this.source = source;
    this.function = function;
  }

  @Override
  U read(Json json, Place place) {
    T value = source.read(json, place);
    try {
      return value == null ? null : Check.given("map", "what the function makes of it", function.apply(value));
    } catch (IllegalArgumentException e) {
      return place.refuse(e);
    }
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
}
