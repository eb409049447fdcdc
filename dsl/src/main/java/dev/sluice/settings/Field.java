package dev.sluice.settings;

import dev.sluice.data.json.Json;
import dev.sluice.plan.Check;
import io.vavr.control.Option;
import java.util.Arrays;

/** A field of an object, see {@link Decoders#field}; required unless it has a default or is optional. Immutable. */
public class Field<T> {
  private final String name;
  private final Decoder<T> decoder;
  private final T fallback;
  private final String[] names;
  private final String description;

  Field(String name, Decoder<T> decoder, T fallback) {
    this(Check.given("field", "the name", name), decoder, fallback, new String[] {name}, "");
    Check.given("field", "the decoder", decoder);
    if (name.length() > Names.LONGEST) {
      throw new IllegalArgumentException("field: the name is longer than 256 characters; give a shorter one");
    }
  }

  private Field(String name, Decoder<T> decoder, T fallback, String[] names, String description) {
    this.name = name;
    this.decoder = decoder;
    this.fallback = fallback;
    this.names = names;
    this.description = description;
  }

  /** The field may be left out, and this stands for it then. */
  public Field<T> orElse(T value) {
    return new Field<>(name, decoder, Check.given("orElse", "the default", value), names, description);
  }

  /** The field's former names still work, with a warning that tells the new one. */
  public Field<T> formerly(String... formerNames) {
    Check.some("formerly", "name", formerNames);
    String[] all = Arrays.copyOf(names, names.length + formerNames.length);
    System.arraycopy(formerNames, 0, all, names.length, formerNames.length);
    return new Field<>(name, decoder, fallback, all, description);
  }

  /** What the field is for, for the schema. No part of a module. */
  @LeftOut
  public Field<T> describedAs(String text) {
    return new Field<>(name, decoder, fallback, names, Check.given("describedAs", "the description", text));
  }

  String name() {
    return name;
  }

  /** The name, and the former ones behind it. */
  String[] names() {
    return names;
  }

  boolean isNamed(String given) {
    for (String one : names) {
      if (one.equals(given)) {
        return true;
      }
    }
    return false;
  }

  T read(Json json, Place place) {
    return decoder.read(json, place);
  }

  /** What stands for the field where it is left out. */
  T absent(Place place) {
    return fallback == null ? place.refuse("is missing; give " + decoder.expected()) : fallback;
  }

  boolean isRequired() {
    return fallback == null;
  }

  /** As its object's schema shows it. */
  Schema schema() {
    Schema schema = decoder.schema();
    schema = description.isEmpty() ? schema : schema.describedAs(description);
    Option<Object> value = isRequired() ? Option.none() : decoder.shown(fallback);
    return value.isEmpty() ? schema : schema.with("default", value.get());
  }
}
