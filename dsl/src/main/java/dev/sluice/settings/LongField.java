package dev.sluice.settings;

/** A field with a whole number; its default is one too. */
public final class LongField extends Field<Long> {

  LongField(String name, LongDecoder decoder) {
    super(name, decoder, null);
  }

  /** See {@link Field#orElse}. */
  public Field<Long> orElse(long value) {
    return orElse((Long) value);
  }
}
