package dev.sluice.settings;

import dev.sluice.data.json.Json;
import io.vavr.control.Option;

/** See {@link Decoders#optional}. */
final class OptionDecoder<T> extends Decoder<Option<T>> {
  private final Decoder<T> decoder;

  OptionDecoder(Decoder<T> decoder) {
    this.decoder = decoder;
  }

  @Override
  Option<T> read(Json json, Place place) {
    T value = decoder.read(json, place);
    return value == null ? null : Option.some(value);
  }

  @Override
  String expected() {
    return decoder.expected();
  }

  @Override
  boolean isQuotable() {
    return decoder.isQuotable();
  }

  @Override
  public Schema schema() {
    return decoder.schema();
  }

  @Override
  Option<Object> shown(Option<T> value) {
    return value.flatMap(decoder::shown);
  }
}
