package dev.sluice.settings;

import dev.sluice.data.json.Json;
import dev.sluice.data.json.JsonKind;
import io.vavr.control.Option;

/** A number, see {@link Decoders#decimal}. */
public final class DecimalDecoder extends Decoder<Double> {
  private final double low;
  private final double high;

  DecimalDecoder(double low, double high) {
    if (!(low <= high)) {
      throw new IllegalArgumentException("decimal: no number is at least " + DecimalNumber.text(low)
          + " and at most " + DecimalNumber.text(high) + "; give the lower bound first");
    }
    this.low = low;
    this.high = high;
  }

  /** At least the one and at most the other. */
  public DecimalDecoder between(double least, double most) {
    return new DecimalDecoder(least, most);
  }

  /** At least this. */
  public DecimalDecoder atLeast(double least) {
    return new DecimalDecoder(least, high);
  }

  /** At most this. */
  public DecimalDecoder atMost(double most) {
    return new DecimalDecoder(low, most);
  }

  @Override
  Double read(Json json, Place place) {
    Option<Double> number = number(json);
    return number.isEmpty() || number.get() < low || number.get() > high ? unexpected(json, place) : number.get();
  }

  private static Option<Double> number(Json json) {
    Option<DecimalNumber> number =
        json.kind() == JsonKind.NUMBER ? DecimalNumber.parse(json.number().get()) : Option.none();
    return number.isEmpty() ? Option.none() : number.get().nearest();
  }

  @Override
  String expected() {
    String noun = "a number of at most 18 digits";
    boolean bounded = low > Double.NEGATIVE_INFINITY;
    if (high == Double.POSITIVE_INFINITY) {
      return bounded ? noun + ", at least " + DecimalNumber.text(low) : noun;
    }
    return bounded
        ? noun + " between " + DecimalNumber.text(low) + " and " + DecimalNumber.text(high)
        : noun + ", at most " + DecimalNumber.text(high);
  }

  @Override
  public Schema schema() {
    Schema schema = Schema.ofType("number");
    schema = low > Double.NEGATIVE_INFINITY ? schema.with("minimum", low) : schema;
    return high < Double.POSITIVE_INFINITY ? schema.with("maximum", high) : schema;
  }

  @Override
  Option<Object> shown(Double value) {
    return Option.some(value);
  }
}
