package dev.sluice.settings;

import io.vavr.collection.LinkedHashMap;

/**
 * A JSON Schema (draft 2020-12) as its keywords and their values: texts, whole and other numbers, truth values, lists
 * and schemas. For tools on the JVM; no part of a module.
 */
public record Schema(LinkedHashMap<String, Object> keywords) {

  static Schema empty() {
    return new Schema(LinkedHashMap.empty());
  }

  static Schema ofType(String type) {
    return empty().with("type", type);
  }

  /** The same with one more keyword, or this value in place of the keyword's own. */
  public Schema with(String keyword, Object value) {
    return new Schema(keywords.put(keyword, value));
  }

  /** The same with this in front of its description. */
  Schema describedAs(String text) {
    Object before = keywords.getOrElse("description", "");
    String sentence = text.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + text.substring(1);
    return with("description", before.equals("") ? sentence : sentence + ". " + before);
  }
}
