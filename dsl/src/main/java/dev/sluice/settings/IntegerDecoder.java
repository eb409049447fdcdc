package dev.sluice.settings;

import dev.sluice.abi.Decimal;
import dev.sluice.data.json.Json;
import dev.sluice.data.json.JsonKind;
import io.vavr.control.Option;

/** A number without a fraction, see {@link Decoders#integer}. */
public final class IntegerDecoder extends LongDecoder {

  IntegerDecoder(long low, long high) {
    super("integer", low, high);
  }

  /** At least the one and at most the other. */
  public IntegerDecoder between(long least, long most) {
    return new IntegerDecoder(least, most);
  }

  /** At least this. */
  public IntegerDecoder atLeast(long least) {
    return new IntegerDecoder(least, high);
  }

  /** At most this. */
  public IntegerDecoder atMost(long most) {
    return new IntegerDecoder(low, most);
  }

  @Override
  LongDecoder bounded(long least, long most) {
    return new IntegerDecoder(least, most);
  }

  @Override
  Option<Long> number(Json json) {
    Option<Long> plain = json.integer();
    if (plain.isDefined() || json.kind() != JsonKind.NUMBER) {
      return plain;
    }
    Option<DecimalNumber> number = DecimalNumber.parse(json.number().get());
    return number.isEmpty() ? Option.none() : number.get().whole();
  }

  @Override
  long smallest() {
    return Long.MIN_VALUE;
  }

  @Override
  String noun() {
    return low == Long.MIN_VALUE && high == Long.MAX_VALUE ? "a 64-bit integer" : "an integer";
  }

  @Override
  String example() {
    return "";
  }

  @Override
  String shownAs(long number) {
    return Decimal.of(number);
  }

  @Override
  public Schema schema() {
    return Schema.ofType("integer").with("minimum", low).with("maximum", high);
  }

  @Override
  Option<Object> shown(Long value) {
    return Option.some(value);
  }
}
