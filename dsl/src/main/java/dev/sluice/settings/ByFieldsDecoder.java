package dev.sluice.settings;

import dev.sluice.data.json.Json;
import dev.sluice.data.json.JsonMembers;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** See {@link Decoders#byFields}. */
final class ByFieldsDecoder<T> extends Decoder<T> {
  private final Predicate<? super List<String>> condition;
  private final Decoder<? extends T> then;
  private final Decoder<? extends T> otherwise;

  ByFieldsDecoder(Predicate<? super List<String>> condition, Decoder<? extends T> then,
      Decoder<? extends T> otherwise) {
    this.condition = condition;
    this.then = then;
    this.otherwise = otherwise;
  }

  @Override
  T read(Json json, Place place) {
    List<String> names = new ArrayList<>();
    JsonMembers members = json.members();
    while (members.next()) {
      String name = members.name().getOrElse("");
      if (!Names.isReserved(name, place)) {
        names.add(name);
      }
    }
    return condition.test(names) ? then.read(json, place) : otherwise.read(json, place);
  }

  @Override
  String expected() {
    return "an object";
  }

  @Override
  public Schema schema() {
    return Schema.ofType("object").with("anyOf", List.of(then.schema(), otherwise.schema()));
  }
}
