package dev.sluice.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.vavr.control.Option;
import java.math.BigDecimal;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.StringLength;

class UnitTextTest {
  private static final String[] TIMES = {"d", "h", "m", "s", "ms", "us", "ns"};
  private static final long[] NANOSECONDS =
      {86_400_000_000_000L, 3_600_000_000_000L, 60_000_000_000L, 1_000_000_000, 1_000_000, 1_000, 1};

  @Property
  void whatIsWrittenIsReadAgain(@ForAll @LongRange(min = 0) long number) {
    assertEquals(Option.some(number), UnitText.nanoseconds(UnitText.ofNanoseconds(number))
        .filter(n -> n >= 0)
        .orElse(() -> Option.when(number > Long.MAX_VALUE - NANOSECONDS[0], number)));
    assertEquals(Option.some(number), UnitText.bytes(UnitText.ofBytes(number))
        .orElse(() -> Option.when(number == Long.MAX_VALUE, number)));
  }

  @Property
  void fractionsAreExactOrRefused(
      @ForAll @IntRange(max = 6) int unit, @ForAll @LongRange(min = 0, max = 100) long whole,
      @ForAll @LongRange(min = 0, max = 999_999) long fraction, @ForAll @IntRange(min = 6, max = 9) int places) {
    String number = whole + "." + "0".repeat(places - 6) + String.format("%06d", fraction);
    BigDecimal exact = new BigDecimal(number).multiply(BigDecimal.valueOf(NANOSECONDS[unit])).stripTrailingZeros();
    Option<Long> expected = exact.scale() <= 0 ? Option.some(exact.longValueExact()) : Option.none();
    assertEquals(expected, UnitText.nanoseconds(number + TIMES[unit]));
  }

  @Property
  void noTextIsTooStrange(@ForAll @StringLength(max = 12) String text) {
    UnitText.nanoseconds(text);
    UnitText.bytes(text);
  }
}
