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

  /**
   * The same with branches that answer in the place of the defaults.
   *
   * @param tooLarge status of a body above the limit, 0 for the default
   * @param endless status of a body that may never end, 0 for the default
   */
  record BoundedBody(int limit, int tooLarge, int endless) implements Text {}

  record AnswerBody() implements Text {}

  record AnswerHeader(String name) implements Text {}

  record Shared(String key) implements Text {}

  /** What the shared counter has counted for a key. */
  record Counted(Text key) implements Text {}

  record Cached(Text key) implements Text {}

  /** What the plugin remembers. */
  record State() implements Text {}

  record AsText(Num number) implements Text {}

  /** Of the part's message, in the log of the response. */
  record Trailer(String name, int limit) implements Text {}

  /** The body of the answer to the call of this name. */
  record AnswerOf(String name) implements Text {}

  /** What the proxy knows, by the word for it. */
  record Known(String word) implements Text {}

  /** The attribute that pipelines set. */
  record Own() implements Text {}

  /** What a word of this name makes of a text. */
  record Made(String word, Text text) implements Text {}

  /** The same of a word that takes a text, or two. */
  record MadeWith(String word, Text text, String first, String second) implements Text {}

  /** The elements of all headers of a name, or one of them. */
  record Elements(String word, String name) implements Text {}

  record JsonAt(Text text, String pointer) implements Text {}

  /** A template of this word with two places, both by themselves and within a text. */
  record Filled(String word, Text text, Num number) implements Text {}

  /** What a word of this name reads out of a text. */
  record Format(String word, Text text) implements Text {}

  /** What a word of this name reads out of the request. */
  record Asked(String word, String name) implements Text {}

  record Segment(int index) implements Text {}

  record Parameter(String template, String name) implements Text {}

  record OrElse(Text first, Text other) implements Text {}

  record Upper(Text text) implements Text {}

  record Joined(Text first, Text second) implements Text {}
}
