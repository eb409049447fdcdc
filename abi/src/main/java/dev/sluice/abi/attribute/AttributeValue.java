package dev.sluice.abi.attribute;

import dev.sluice.abi.Bytes;
import dev.sluice.abi.Status;
import io.vavr.control.Option;

/** What reading an attribute came to. */
public sealed interface AttributeValue<T> {

  /** The attribute is there. */
  record Present<T>(T value) implements AttributeValue<T> {}

  /** The host has no such attribute, or not in this phase ({@link Status#NOT_FOUND}). */
  record Absent<T>() implements AttributeValue<T> {}

  /** The host handed over bytes that are no value of the attribute's type. */
  record Malformed<T>(Bytes bytes) implements AttributeValue<T> {}

  /** The host refused for another reason, for instance {@link Status#SERIALIZATION_FAILURE}. */
  record Refused<T>(Status status) implements AttributeValue<T> {}

  default boolean isPresent() {
    return this instanceof Present;
  }

  /** The value; none for whatever reason there is none. */
  default Option<T> toOption() {
    return this instanceof Present<T> present ? Option.some(present.value()) : Option.none();
  }

  /** The value, or this one for whatever reason there is none. */
  default T orElse(T other) {
    return this instanceof Present<T> present ? present.value() : other;
  }
}
