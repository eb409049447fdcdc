package dev.sluice.settings;

import dev.sluice.data.json.Json;
import dev.sluice.data.json.JsonKind;
import dev.sluice.plan.Check;
import java.util.Arrays;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;

/** An object with known fields, see {@link Decoders#object}. */
public final class ObjectDecoder<T> extends Decoder<T> {
  private static final String NO_NAME = "";

  private final Field<?>[] fields;
  private final Function<Values, ? extends T> maker;
  private final String description;

  ObjectDecoder(Function<Values, ? extends T> maker, Field<?>... fields) {
    this(maker, fields.clone(), "");
    Check.all("object", "field", fields);
    for (int i = 0; i < fields.length; i++) {
      for (String name : fields[i].names()) {
        if (Assignment.indexOf(fields, name) != i) {
          throw new IllegalArgumentException("object: two fields are named " + Quoted.of(name));
        }
      }
    }
  }

  private ObjectDecoder(Function<Values, ? extends T> maker, Field<?>[] fields, String description) {
    this.maker = maker;
    this.fields = fields;
    this.description = description;
  }

  /** What the object is for, for the schema. No part of a module. */
  @LeftOut
  public ObjectDecoder<T> describedAs(String text) {
    return new ObjectDecoder<>(maker, fields, Check.given("describedAs", "the description", text));
  }

  /** As {@link Decoder#check}: for what several fields have to do with each other. */
  @Override
  public ObjectDecoder<T> check(Predicate<? super T> condition, String message) {
    Check.given("check", "the condition", condition);
    Check.given("check", "the message", message);
    return new ObjectDecoder<>(values -> {
      T made = maker.apply(values);
      if (!condition.test(made)) {
        throw new IllegalArgumentException(message);
      }
      return made;
    }, fields, description);
  }

  /** An object that has the fields of both, and what is made of the two. */
  public <U, R> ObjectDecoder<R> and(
      ObjectDecoder<U> other, BiFunction<? super T, ? super U, ? extends R> both) {
    Check.given("and", "the other decoder", other);
    Check.given("and", "the function", both);
    Field<?>[] all = Arrays.copyOf(fields, fields.length + other.fields.length);
    System.arraycopy(other.fields, 0, all, fields.length, other.fields.length);
    return new ObjectDecoder<>(values -> both.apply(maker.apply(values), other.maker.apply(values)), all);
  }

  @Override
  T read(Json json, Place place) {
    return read(json, place, NO_NAME);
  }

  /** @param discriminator name of a member that is somebody else's business, empty for none */
  T read(Json json, Place place, String discriminator) {
    if (json.kind() != JsonKind.OBJECT) {
      return unexpected(json, place);
    }
    Assignment members = new Assignment(fields, discriminator, place);
    members.take(json.members());
    boolean complete = members.isComplete();
    Object[] values = new Object[fields.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = members.read(i);
      complete &= values[i] != null;
    }
    return complete ? make(values, place) : null;
  }

  private T make(Object[] values, Place place) {
    try {
      return Check.given("object", "what is made of its fields", maker.apply(new Values(values)));
    } catch (IllegalArgumentException e) {
      return place.refuse(e);
    }
  }

  @Override
  String expected() {
    return "an object";
  }

  @Override
  public Schema schema() {
    return ObjectSchema.of(fields, description);
  }

  /** The schema of this as a variant of a union. */
  Schema schema(String discriminator, String variant) {
    return ObjectSchema.of(fields, description, discriminator, variant);
  }
}
