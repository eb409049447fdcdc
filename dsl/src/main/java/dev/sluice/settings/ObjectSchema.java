package dev.sluice.settings;

import java.util.ArrayList;
import java.util.List;

/** The schema of an object with known fields. */
final class ObjectSchema {
  private final List<String> required = new ArrayList<>();
  private final List<Schema> either = new ArrayList<>();
  private Schema properties = Schema.empty();

  private ObjectSchema() {}

  static Schema of(Field<?>[] fields, String description) {
    return new ObjectSchema().add(fields).build(description);
  }

  /** With one more field, which has this value. */
  static Schema of(Field<?>[] fields, String description, String discriminator, String value) {
    ObjectSchema object = new ObjectSchema();
    object.properties = object.properties.with(discriminator, Schema.empty().with("const", value));
    object.required.add(discriminator);
    return object.add(fields).build(description);
  }

  private ObjectSchema add(Field<?>[] fields) {
    for (Field<?> field : fields) {
      Schema schema = field.schema();
      properties = properties.with(field.name(), schema);
      List<String> names = List.of(field.names());
      for (String former : names.subList(1, names.size())) {
        properties = properties.with(former, schema.with("deprecated", true));
      }
      if (names.size() > 1) {
        either.add(oneOf(names, field.isRequired()));
      } else if (field.isRequired()) {
        required.add(field.name());
      }
    }
    return this;
  }

  /** A field under one of its names, or under none where it need not be there. */
  private static Schema oneOf(List<String> names, boolean required) {
    List<Schema> ways = new ArrayList<>();
    for (String name : names) {
      ways.add(Schema.empty().with("required", List.of(name)));
    }
    if (!required) {
      ways.add(Schema.empty().with("not", Schema.empty().with("anyOf", List.copyOf(ways))));
    }
    return Schema.empty().with("oneOf", ways);
  }

  private Schema build(String description) {
    Schema schema = Schema.ofType("object").with("properties", properties);
    schema = required.isEmpty() ? schema : schema.with("required", required);
    schema = either.isEmpty() ? schema : schema.with("allOf", either);
    schema = schema.with("additionalProperties", false);
    return description.isEmpty() ? schema : schema.describedAs(description);
  }
}
