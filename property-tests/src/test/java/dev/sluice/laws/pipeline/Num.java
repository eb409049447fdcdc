package dev.sluice.laws.pipeline;

/** A number of a generated pipeline, as data. */
public sealed interface Num {
  record Fixed(int number) implements Num {}

  record AsLong(Text text) implements Num {}

  /** Of two numbers, by the word for it. */
  record Calculated(String word, Num first, Num second) implements Num {}

  record Port() implements Num {}

  record Length(Text text) implements Num {}
}
