package dev.sluice.schema;

import dev.sluice.data.json.JsonWriter;
import dev.sluice.settings.Schema;
import io.vavr.Tuple2;
import java.math.BigDecimal;

/** A schema as indented JSON. */
final class SchemaText {
  private static final String INDENT = "  ";

  private final StringBuilder out = new StringBuilder();

  private SchemaText() {}

  static String of(Schema schema) {
    SchemaText text = new SchemaText();
    text.object(schema, "\n");
    return text.out.toString();
  }

  private void value(Object value, String lineStart) {
    switch (value) {
      case Schema schema -> object(schema, lineStart);
      case Iterable<?> list -> array(list, lineStart);
      case String string -> out.append(JsonWriter.string(string));
      case Double number -> out.append(BigDecimal.valueOf(number).toPlainString());
      default -> out.append(value);
    }
  }

  private void object(Schema schema, String lineStart) {
    if (schema.keywords().isEmpty()) {
      out.append("{}");
      return;
    }
    String before = "{";
    for (Tuple2<String, Object> keyword : schema.keywords()) {
      out.append(before).append(lineStart).append(INDENT).append(JsonWriter.string(keyword._1())).append(": ");
      value(keyword._2(), lineStart + INDENT);
      before = ",";
    }
    out.append(lineStart).append('}');
  }

  private void array(Iterable<?> list, String lineStart) {
    String before = "[";
    boolean nested = false;
    for (Object element : list) {
      nested = element instanceof Schema;
      out.append(before).append(nested ? lineStart + INDENT : before.equals("[") ? "" : " ");
      value(element, lineStart + INDENT);
      before = ",";
    }
    out.append(before.equals("[") ? "[" : "").append(nested ? lineStart : "").append(']');
  }
}
