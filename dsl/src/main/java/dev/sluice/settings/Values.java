package dev.sluice.settings;

/** The values of an object's fields, in order. */
final class Values {
  private final Object[] values;
  private int next;

  Values(Object[] values) {
    this.values = values;
  }

  /** The next one. The caller states its type: what the field of this number reads. */
  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
  <T> T next() {
    return (T) values[next++];
  }
}
