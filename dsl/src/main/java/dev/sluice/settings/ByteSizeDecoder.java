package dev.sluice.settings;

import dev.sluice.data.json.Json;
import io.vavr.control.Option;

/** A number of bytes, see {@link Decoders#byteSize}. */
public final class ByteSizeDecoder extends LongDecoder {

  ByteSizeDecoder(long low, long high) {
    super("byteSize", low, high);
  }

  /** At least the one and at most the other number of bytes. */
  public ByteSizeDecoder between(long least, long most) {
    return new ByteSizeDecoder(least, most);
  }

  /** At least so many bytes. */
  public ByteSizeDecoder atLeast(long least) {
    return new ByteSizeDecoder(least, high);
  }

  /** At most so many bytes. */
  public ByteSizeDecoder atMost(long most) {
    return new ByteSizeDecoder(low, most);
  }

  @Override
  LongDecoder bounded(long least, long most) {
    return new ByteSizeDecoder(least, most);
  }

  @Override
  Option<Long> number(Json json) {
    Option<String> text = json.string();
    return text.isEmpty() ? Option.none() : UnitText.bytes(text.get());
  }

  @Override
  long smallest() {
    return 0;
  }

  @Override
  String noun() {
    return "a number of bytes";
  }

  @Override
  String example() {
    return " with its unit, such as \"64KiB\" or \"1MB\"";
  }

  @Override
  String shownAs(long number) {
    return UnitText.ofBytes(number);
  }

  @Override
  public Schema schema() {
    return Schema.ofType("string").with("pattern", "^[0-9]+(\\.[0-9]+)?(B|[kKMG]B|[KMG]iB)$").describedAs(expected());
  }

  @Override
  Option<Object> shown(Long value) {
    return Option.some(shownAs(value));
  }
}
