package dev.sluice.bridge.deploy;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import io.vavr.control.Option;
import io.vavr.control.Try;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** JSON settings as YAML, for resources that hold settings as a structure and not as text. */
final class JsonYaml {
  /** Whole numbers beyond this do not survive a {@code google.protobuf.Struct}, whose numbers are doubles. */
  private static final BigDecimal EXACT = BigDecimal.valueOf(1L << 53);

  private JsonYaml() {}

  /** The object in this text; none where the text is no JSON object or would not survive a Struct. */
  static Option<YamlMap> struct(String text) {
    return Try.of(() -> JsonParser.parseString(text))
        .toOption()
        .filter(JsonElement::isJsonObject)
        .map(JsonElement::getAsJsonObject)
        .filter(JsonYaml::survives)
        .map(JsonYaml::map);
  }

  private static boolean survives(JsonElement json) {
    if (json instanceof JsonObject object) {
      return object.asMap().values().stream().allMatch(JsonYaml::survives);
    }
    if (json instanceof JsonArray array) {
      return array.asList().stream().allMatch(JsonYaml::survives);
    }
    return !(json instanceof JsonPrimitive primitive && primitive.isNumber())
        || json.getAsBigDecimal().abs().compareTo(EXACT) <= 0;
  }

  private static YamlMap map(JsonObject object) {
    YamlMap map = YamlMap.EMPTY;
    for (var entry : object.entrySet()) {
      map = map.put(entry.getKey(), value(entry.getValue()));
    }
    return map;
  }

  private static Object value(JsonElement json) {
    if (json instanceof JsonObject object) {
      return map(object);
    }
    if (json instanceof JsonArray array) {
      List<Object> list = new ArrayList<>();
      array.forEach(each -> list.add(value(each)));
      return list;
    }
    if (json instanceof JsonPrimitive primitive) {
      return primitive.isNumber()
          ? primitive.getAsBigDecimal()
          : primitive.isBoolean() ? primitive.getAsBoolean() : primitive.getAsString();
    }
    return YamlMap.NULL;
  }
}
