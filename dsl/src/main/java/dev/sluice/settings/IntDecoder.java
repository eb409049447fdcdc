package dev.sluice.settings;

import dev.sluice.data.json.Json;
import io.vavr.control.Option;

/** See {@link LongDecoder#asInt}. */
final class IntDecoder extends Decoder<Integer> {
  private final LongDecoder source;

  IntDecoder(LongDecoder source) {
    this.source = source;
  }

  @Override
  Integer read(Json json, Place place) {
    Long number = source.read(json, place);
    return number == null ? null : (int) (long) number;
  }

  @Override
  String expected() {
    return source.expected();
  }

  @Override
  public Schema schema() {
    return source.schema();
  }

  @Override
  Option<Object> shown(Integer value) {
    return source.shown((long) value);
  }
}
