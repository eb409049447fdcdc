package dev.sluice.laws.pipeline;

/** A change of a JSON body, as data. Places are JSON pointers. */
public sealed interface Change {
  String pointer();

  record SetText(String pointer, Text value) implements Change {}

  record SetNumber(String pointer, Num value) implements Change {}

  record SetJson(String pointer, Text json) implements Change {}

  record Remove(String pointer) implements Change {}

  record Rename(String pointer, String name) implements Change {}

  /** @param kind the name of the kind, empty for any */
  record Require(String pointer, String kind) implements Change {}
}
