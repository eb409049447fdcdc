package dev.sluice.value;

/**
 * Something that a pipeline reads from the stream when a step needs it. Values are data: building one reads nothing.
 *
 * @param <T> what is read
 */
public sealed interface Value<T> permits TextValue, ListValue, NumberValue, Condition {
  /** The value in words, such as {@code header x-user-id}. */
  String describe();

  /** Whether two readings in a row may differ, as those of time and chance do. For analysis. */
  default boolean varies() {
    return false;
  }
}
