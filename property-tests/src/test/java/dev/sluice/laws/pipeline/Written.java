package dev.sluice.laws.pipeline;

import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.StringJoiner;

/** Data in JSON: a record is an array of its name and its components. */
final class Written {
  private Written() {}

  static String of(Object data) {
    return switch (data) {
      case String text -> text(text);
      case Integer number -> number.toString();
      case List<?> list -> array(list.stream().map(Written::of).toList());
      case Record whole -> record(whole);
      default -> throw new IllegalArgumentException("no data of a pipeline: " + data);
    };
  }

  private static String record(Record whole) {
    StringJoiner parts = new StringJoiner(",", "[", "]").add(text(whole.getClass().getSimpleName()));
    for (RecordComponent component : whole.getClass().getRecordComponents()) {
      try {
        parts.add(of(component.getAccessor().invoke(whole)));
      } catch (ReflectiveOperationException e) {
        throw new IllegalStateException(e);
      }
    }
    return parts.toString();
  }

  private static String array(List<String> elements) {
    return "[" + String.join(",", elements) + "]";
  }

  private static String text(String text) {
    StringBuilder out = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      out.append(c == '"' || c == '\\' ? "\\" + c : c < ' ' || c > '~' ? String.format("\\u%04x", (int) c) : c);
    }
    return out.append('"').toString();
  }
}
