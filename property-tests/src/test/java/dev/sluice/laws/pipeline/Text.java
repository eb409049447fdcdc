package dev.sluice.laws.pipeline;

/** A text of a generated pipeline, as data. */
public sealed interface Text {
  record Literal(String text) implements Text {}

  record Header(String name) implements Text {}

  record Single(String name) implements Text {}

  record RequestHeader(String name) implements Text {}

  record ResponseHeader(String name) implements Text {}

  record Path() implements Text {}

  record Method() implements Text {}

  record Authority() implements Text {}

  record QueryString() implements Text {}

  record Query(String name) implements Text {}

  record Ref(String name) implements Text {}

  /** The whole body of the part's message. */
  record Body(int limit) implements Text {}

  record AnswerBody() implements Text {}

  record AnswerHeader(String name) implements Text {}

  /** Of the part's message, in the log of the response. */
  record Trailer(String name, int limit) implements Text {}

  /** The body of the answer to the call of this name. */
  record AnswerOf(String name) implements Text {}

  record OrElse(Text first, Text other) implements Text {}

  record Upper(Text text) implements Text {}

  record Joined(Text first, Text second) implements Text {}
}
