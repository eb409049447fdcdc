package dev.sluice.settings;

import dev.sluice.data.json.Json;
import dev.sluice.plan.Check;
import io.vavr.control.Option;
import java.time.Duration;

/** A length of time, see {@link Decoders#duration}. */
public final class DurationDecoder extends Decoder<Duration> {
  private final Nanoseconds nanoseconds;

  DurationDecoder(long low, long high) {
    this.nanoseconds = new Nanoseconds(low, high);
  }

  /** At least the one and at most the other. */
  public DurationDecoder between(Duration least, Duration most) {
    return new DurationDecoder(bound(least), bound(most));
  }

  /** At least this. */
  public DurationDecoder atLeast(Duration least) {
    return new DurationDecoder(bound(least), nanoseconds.high);
  }

  /** At most this. */
  public DurationDecoder atMost(Duration most) {
    return new DurationDecoder(nanoseconds.low, bound(most));
  }

  private static long bound(Duration bound) {
    return Check.given("duration", "the bound", bound).toNanos();
  }

  @Override
  Duration read(Json json, Place place) {
    Long read = nanoseconds.read(json, place);
    return read == null ? null : Duration.ofNanos(read);
  }

  @Override
  String expected() {
    return nanoseconds.expected();
  }

  @Override
  public Schema schema() {
    return nanoseconds.schema();
  }

  @Override
  Option<Object> shown(Duration value) {
    return nanoseconds.shown(value.toNanos());
  }

  private static final class Nanoseconds extends LongDecoder {
    Nanoseconds(long low, long high) {
      super("duration", low, high);
    }

    @Override
    LongDecoder bounded(long least, long most) {
      return new Nanoseconds(least, most);
    }

    @Override
    Option<Long> number(Json json) {
      Option<String> text = json.string();
      return text.isEmpty() ? Option.none() : UnitText.nanoseconds(text.get());
    }

    @Override
    long smallest() {
      return 0;
    }

    @Override
    String noun() {
      return "a duration";
    }

    @Override
    String example() {
      return " with its unit, such as \"250ms\", \"5s\" or \"1m30s\"";
    }

    @Override
    String shownAs(long number) {
      return UnitText.ofNanoseconds(number);
    }

    @Override
    public Schema schema() {
      String number = "[0-9]+(\\.[0-9]+)?";
      StringBuilder pattern = new StringBuilder("^(?=.)");
      for (String unit : UnitText.TIMES) {
        pattern.append('(').append(number).append(unit).append(")?");
      }
      return Schema.ofType("string").with("pattern", pattern.append('$').toString()).describedAs(expected());
    }

    @Override
    Option<Object> shown(Long value) {
      return Option.some(shownAs(value));
    }
  }
}
