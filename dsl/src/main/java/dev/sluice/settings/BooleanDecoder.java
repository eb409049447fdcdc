package dev.sluice.settings;

import dev.sluice.data.json.Json;
import io.vavr.control.Option;

/** See {@link Decoders#bool}. */
final class BooleanDecoder extends Decoder<Boolean> {

  @Override
  Boolean read(Json json, Place place) {
    Option<Boolean> value = json.bool();
    return value.isEmpty() ? unexpected(json, place) : value.get();
  }

  @Override
  String expected() {
    return "true or false";
  }

  @Override
  public Schema schema() {
    return Schema.ofType("boolean");
  }

  @Override
  Option<Object> shown(Boolean value) {
    return Option.some(value);
  }
}
