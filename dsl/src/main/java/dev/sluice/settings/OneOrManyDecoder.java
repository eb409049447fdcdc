package dev.sluice.settings;

import dev.sluice.data.json.Json;
import dev.sluice.data.json.JsonKind;
import dev.sluice.plan.Lists;
import io.vavr.control.Option;
import java.util.List;

/** See {@link Decoders#oneOrMany}. */
final class OneOrManyDecoder<T> extends Decoder<List<T>> {
  private final Decoder<T> one;
  private final ListDecoder<T> many;

  OneOrManyDecoder(Decoder<T> one) {
    this.one = one;
    this.many = new ListDecoder<>(one, 1, Integer.MAX_VALUE);
  }

  @Override
  List<T> read(Json json, Place place) {
    if (json.kind() == JsonKind.ARRAY) {
      return many.read(json, place);
    }
    T value = one.read(json, place);
    return value == null ? null : Lists.append(Lists.none(), value);
  }

  @Override
  String expected() {
    return one.expected() + ", or an array of them";
  }

  @Override
  boolean isQuotable() {
    return one.isQuotable();
  }

  @Override
  public Schema schema() {
    return Schema.empty().with("anyOf", List.of(one.schema(), many.schema()));
  }

  @Override
  Option<Object> shown(List<T> value) {
    return value.size() == 1 ? one.shown(value.get(0)) : many.shown(value);
  }
}
