package dev.sluice.settings;

import dev.sluice.data.json.Json;
import dev.sluice.data.json.JsonKind;
import java.util.List;

/** See {@link Decoders#objectOr}. */
final class ObjectOrDecoder<T> extends Decoder<T> {
  private final ObjectDecoder<? extends T> object;
  private final Decoder<? extends T> other;

  ObjectOrDecoder(ObjectDecoder<? extends T> object, Decoder<? extends T> other) {
    this.object = object;
    this.other = other;
  }

  @Override
  T read(Json json, Place place) {
    return json.kind() == JsonKind.OBJECT ? object.read(json, place) : other.read(json, place);
  }

  @Override
  String expected() {
    return other.expected() + ", or an object";
  }

  @Override
  boolean isQuotable() {
    return other.isQuotable();
  }

  @Override
  public Schema schema() {
    return Schema.empty().with("anyOf", List.of(other.schema(), object.schema()));
  }
}
