package dev.sluice.settings;

import dev.sluice.data.json.Json;
import dev.sluice.data.json.JsonKind;
import dev.sluice.data.json.JsonMembers;
import dev.sluice.plan.Check;
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
        if (indexOf(name) != i) {
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
  public ObjectDecoder<T> describedAs(String text) {
    return new ObjectDecoder<>(maker, fields, Check.given("describedAs", "the description", text));
  }

  /** {@inheritDoc} */
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

  @Override
  T read(Json json, Place place) {
    return read(json, place, NO_NAME);
  }

  /** @param discriminator name of a field that is somebody else's business */
  T read(Json json, Place place, String discriminator) {
    if (json.kind() != JsonKind.OBJECT) {
      return unexpected(json, place);
    }
    Json[] given = new Json[fields.length];
    String[] under = new String[fields.length];
    boolean complete = assign(json, place, discriminator, given, under);
    Object[] values = new Object[fields.length];
    for (int i = 0; i < values.length; i++) {
      Field<?> field = fields[i];
      Place member = place.member(given[i] == null ? field.name() : under[i]);
      values[i] = given[i] == null ? field.absent(member) : field.read(given[i], member);
      complete &= values[i] != null;
    }
    return complete ? make(values, place) : null;
  }

  /** Finds each field's value; false where there is a member that no field has a use for. */
  private boolean assign(Json json, Place place, String discriminator, Json[] given, String[] under) {
    boolean complete = true;
    boolean seen = false;
    JsonMembers members = json.members();
    while (members.next()) {
      String name = Names.read(members, place);
      if (name == null) {
        complete = false;
      } else if (!discriminator.isEmpty() && name.equals(discriminator)) {
        complete &= !seen || twice(place.member(name));
        seen = true;
      } else {
        int field = indexOf(name);
        Place member = place.member(name);
        if (field < 0) {
          complete = unknown(member, name, names(discriminator));
        } else if (given[field] != null) {
          complete = name.equals(under[field]) ? twice(member) : both(member, under[field]);
        } else {
          given[field] = members.value();
          under[field] = name;
          if (!name.equals(fields[field].name())) {
            member.warn("is deprecated; the field is now named " + Quoted.of(fields[field].name()));
          }
        }
      }
    }
    return complete;
  }

  private static boolean unknown(Place member, String name, String[] known) {
    String hint = Nearest.hint(name, known);
    member.refuse("is no known field"
        + (hint.isEmpty() && known.length > 0 ? "; known are " + Nearest.list(known) : hint));
    return false;
  }

  private static boolean twice(Place member) {
    member.refuse("is given twice; give it once");
    return false;
  }

  private static boolean both(Place member, String other) {
    member.refuse("is another name of " + Quoted.of(other) + ", which is given too; give one of them");
    return false;
  }

  private T make(Object[] values, Place place) {
    try {
      return Check.given("object", "what is made of its fields", maker.apply(new Values(values)));
    } catch (IllegalArgumentException e) {
      return place.refuse(e);
    }
  }

  private int indexOf(String name) {
    for (int i = 0; i < fields.length; i++) {
      if (fields[i].isNamed(name)) {
        return i;
      }
    }
    return -1;
  }

  private String[] names(String discriminator) {
    int count = discriminator.isEmpty() ? 0 : 1;
    for (Field<?> field : fields) {
      count += field.names().length;
    }
    String[] names = new String[count];
    int next = 0;
    if (!discriminator.isEmpty()) {
      names[next++] = discriminator;
    }
    for (Field<?> field : fields) {
      for (String name : field.names()) {
        names[next++] = name;
      }
    }
    return names;
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
