package dev.sluice.step;

import dev.sluice.abi.Bytes;
import dev.sluice.data.json.Json;
import dev.sluice.data.json.JsonEdit;
import dev.sluice.data.json.JsonError;
import dev.sluice.data.json.JsonKind;
import dev.sluice.data.json.JsonPointer;
import dev.sluice.data.json.JsonWriter;
import dev.sluice.plan.Check;
import dev.sluice.value.NumberValue;
import dev.sluice.value.TextValue;
import dev.sluice.value.Value;
import io.vavr.control.Either;
import io.vavr.control.Option;

/** One change of a JSON body, see {@link EditJson}. */
public sealed interface JsonChange {
  /** The change in words. */
  String describe();

  /** The value that it puts there, none where it puts none. */
  default Option<Value<?>> value() {
    return Option.none();
  }

  /**
   * The document as it is afterwards, the same one where nothing changes; none where it is not made so that this can be done.
   *
   * @param text of the value, null for an absent one
   */
  Option<Json> apply(Json document, Bytes text);

  /** A pointer that the author wrote down (RFC 6901). */
  static JsonPointer pointer(String word, String pointer) {
    Option<JsonPointer> parsed = JsonPointer.parse(Check.given(word, "the pointer", pointer));
    if (parsed.isEmpty()) {
      throw new IllegalArgumentException(
          word + ": \"" + pointer + "\" is no JSON pointer; begin each name with a slash, as in /user/name (RFC 6901)");
    }
    return parsed.get();
  }

  private static Option<Json> removed(Json document, JsonPointer place) {
    return Option.some(JsonEdit.remove(document, place).getOrElse(document));
  }

  /** Puts a value at a place; takes out what is there where the value is absent. */
  record Set(JsonPointer place, Value<?> put) implements JsonChange {
    public Set {
      if (!(put instanceof TextValue || put instanceof NumberValue)) {
        throw new IllegalArgumentException("set: the value of " + place + " is neither a text nor a number");
      }
    }

    @Override
    public String describe() {
      return "set " + place + " to " + put.describe();
    }

    @Override
    public Option<Value<?>> value() {
      return Option.some(put);
    }

    @Override
    public Option<Json> apply(Json document, Bytes text) {
      if (text == null) {
        return removed(document, place);
      }
      Json value = put instanceof NumberValue ? Json.read(text).get() : JsonWriter.string(text.utf8());
      return JsonEdit.put(document, place, value);
    }
  }

  /** Puts JSON at a place; takes out what is there where it is absent. */
  record SetJson(JsonPointer place, TextValue put) implements JsonChange {
    public SetJson {
      Check.given("setJson", "the value of " + place, put);
    }

    @Override
    public String describe() {
      return "set " + place + " to JSON " + put.describe();
    }

    @Override
    public Option<Value<?>> value() {
      return Option.some(put);
    }

    @Override
    public Option<Json> apply(Json document, Bytes text) {
      if (text == null) {
        return removed(document, place);
      }
      Either<JsonError, Json> value = Json.read(text);
      return value.isRight() ? JsonEdit.put(document, place, value.get()) : Option.none();
    }
  }

  /** Takes out what is at a place. */
  record Remove(JsonPointer place) implements JsonChange {
    @Override
    public String describe() {
      return "remove " + place;
    }

    @Override
    public Option<Json> apply(Json document, Bytes text) {
      return removed(document, place);
    }
  }

  /** Gives a member another name. */
  record Rename(JsonPointer place, JsonPointer renamed) implements JsonChange {
    @Override
    public String describe() {
      return "rename " + place + " to " + renamed;
    }

    @Override
    public Option<Json> apply(Json document, Bytes text) {
      Option<Json> value = document.at(place);
      return value.isEmpty() ? Option.some(document) : JsonEdit.rename(document, place, renamed);
    }
  }

  /**
   * Has something stand at a place.
   *
   * @param kind of what kind it must be, none for any
   */
  record Require(JsonPointer place, Option<JsonKind> kind) implements JsonChange {
    @Override
    public String describe() {
      return "require " + place + (kind.isDefined() ? " of kind " + kind.get() : "");
    }

    @Override
    public Option<Json> apply(Json document, Bytes text) {
      Option<Json> found = document.at(place);
      boolean holds = found.isDefined() && (kind.isEmpty() || found.get().kind() == kind.get());
      return holds ? Option.some(document) : Option.none();
    }
  }

  /** Where something is changed or asked for. */
  JsonPointer place();
}
