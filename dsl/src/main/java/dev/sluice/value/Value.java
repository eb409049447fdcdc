package dev.sluice.value;

/**
 * Something that a pipeline reads from the stream when a step needs it. Values are data: building one reads nothing.
 *
 * @param <T> what is read
 */
public sealed interface Value<T> permits TextValue, NumberValue, Condition {
  /** The value in words, such as {@code header x-user-id}. */
  String describe();
}
