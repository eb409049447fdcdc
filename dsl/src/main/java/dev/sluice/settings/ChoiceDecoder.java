package dev.sluice.settings;

import dev.sluice.data.json.Json;
import dev.sluice.plan.Check;
import io.vavr.control.Option;
import java.util.List;
import java.util.function.Function;

/** One of some values, each known by a name. */
final class ChoiceDecoder<T> extends Decoder<T> {
  private final T[] values;
  private final String[] names;

  ChoiceDecoder(String word, T[] values, Function<? super T, String> name) {
    Check.some(word, "value", values);
    this.values = values.clone();
    this.names = new String[values.length];
    for (int i = 0; i < names.length; i++) {
      names[i] = Check.given(word, "a name", name.apply(values[i]));
    }
  }

  @Override
  T read(Json json, Place place) {
    Option<String> text = json.string();
    for (int i = 0; text.isDefined() && i < names.length; i++) {
      if (names[i].equals(text.get())) {
        return values[i];
      }
    }
    return place
        .refuse(subject(json) + " is not " + expected() + (text.isEmpty() ? "" : Nearest.hint(text.get(), names)));
  }

  @Override
  String expected() {
    return names.length == 1 ? Quoted.of(names[0]) : "one of " + Nearest.list(names);
  }

  @Override
  public Schema schema() {
    return Schema.ofType("string").with("enum", List.of(names));
  }

  @Override
  Option<Object> shown(T value) {
    return Option.some(names[List.of(values).indexOf(value)]);
  }
}
