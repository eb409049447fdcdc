package dev.sluice.settings;

import dev.sluice.data.json.Json;
import dev.sluice.data.json.JsonKind;
import dev.sluice.data.json.JsonMembers;
import dev.sluice.data.json.JsonWriter;
import io.vavr.control.Option;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** See {@link Decoders#mapOf}. */
final class MapDecoder<T> extends Decoder<Map<String, T>> {
  private final Decoder<String> name;
  private final Decoder<T> value;

  MapDecoder(Decoder<String> name, Decoder<T> value) {
    this.name = name;
    this.value = value;
  }

  @Override
  Map<String, T> read(Json json, Place place) {
    if (json.kind() != JsonKind.OBJECT) {
      return unexpected(json, place);
    }
    Map<String, T> entries = new LinkedHashMap<>();
    JsonMembers members = json.members();
    boolean complete = true;
    while (members.next()) {
      String given = Names.read(members, place);
      complete &= given != null && (Names.isReserved(given, place) || put(entries, given, members.value(), place));
    }
    return complete ? Collections.unmodifiableMap(entries) : null;
  }

  private boolean put(Map<String, T> entries, String given, Json json, Place place) {
    Place member = place.member(given);
    String key = name.read(JsonWriter.string(given), member);
    T read = value.read(json, member);
    if (key == null) {
      return false;
    }
    if (entries.containsKey(key)) {
      read = member.refuse("is given twice; give it once");
    }
    entries.put(key, read);
    return read != null;
  }

  @Override
  String expected() {
    return "an object";
  }

  @Override
  public Schema schema() {
    return Schema.ofType("object").with("propertyNames", name.schema()).with("additionalProperties", value.schema());
  }

  @Override
  Option<Object> shown(Map<String, T> map) {
    Schema all = Schema.empty();
    for (Map.Entry<String, T> entry : map.entrySet()) {
      Option<Object> one = value.shown(entry.getValue());
      if (one.isEmpty()) {
        return Option.none();
      }
      all = all.with(entry.getKey(), one.get());
    }
    return Option.some(all);
  }
}
