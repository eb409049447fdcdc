package dev.sluice.laws.pipeline;

import java.util.List;

/** A condition of a generated pipeline, as data. */
public sealed interface Question {
  record Missing(Text text) implements Question {}

  record Absent(Text text) implements Question {}

  record Is(Text text, String other) implements Question {}

  record StartsWith(Text text, String prefix) implements Question {}

  record Contains(Text text, String part) implements Question {}

  record Same(Text text, Text other) implements Question {}

  record AnyIs(String name, String value) implements Question {}

  record MoreThan(String name, int count) implements Question {}

  record StatusBetween(int from, int to) implements Question {}

  record AnswerStatus(int status) implements Question {}

  record AnswerStatusOf(String name, int status) implements Question {}

  /** Whether a word of this name holds of a text. */
  record Asked(String word, Text text, String other) implements Question {}

  /** The same of a number. */
  record Compared(String word, Num number, int other) implements Question {}

  record PathIsLike(String template) implements Question {}

  record AllOf(List<Question> questions) implements Question {}

  record AnyOf(List<Question> questions) implements Question {}

  /** Whether one of the header lines is this. */
  record LineIs(String line) implements Question {}

  record And(Question first, Question second) implements Question {}

  record Or(Question first, Question second) implements Question {}

  record Not(Question question) implements Question {}
}
