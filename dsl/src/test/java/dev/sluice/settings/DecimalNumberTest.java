package dev.sluice.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.vavr.control.Option;
import java.math.BigDecimal;
import java.math.BigInteger;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Numbers in JSON, held against the JDK. */
class DecimalNumberTest {
  private static final BigInteger TEN_TO_18 = BigInteger.TEN.pow(18);

  @Provide
  Arbitrary<String> numbers() {
    Arbitrary<String> digits = Arbitraries.strings()
        .numeric()
        .ofMinLength(1)
        .ofMaxLength(22)
        .map(text -> text.length() > 1 && text.charAt(0) == '0' ? "1" + text : text);
    Arbitrary<String> fraction = Arbitraries.strings().numeric().ofMinLength(1).ofMaxLength(22).map(text -> "." + text);
    Arbitrary<String> exponent = Combinators.combine(
        Arbitraries.of("e", "E"), Arbitraries.of("", "+", "-"), Arbitraries.integers().between(0, 30))
        .as((e, sign, value) -> e + sign + value);
    return Combinators.combine(
        Arbitraries.of("", "-"), digits, fraction.optional(0.6), exponent.optional(0.4))
        .as((sign, whole, tail, power) -> sign + whole + tail.orElse("") + power.orElse(""));
  }

  @Property(tries = 20_000)
  void wholeNumbersAreExact(@ForAll("numbers") String text) {
    BigDecimal exact = new BigDecimal(text).stripTrailingZeros();
    boolean fits = exact.precision() <= 18 && exact.scale() <= 0
        && exact.abs().compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) <= 0;
    assertEquals(fits ? Option.some(exact.longValueExact()) : Option.none(),
        DecimalNumber.parse(text).flatMap(DecimalNumber::whole), text);
  }

  @Property(tries = 20_000)
  void theNearestDoubleIsTheJdks(@ForAll("numbers") String text) {
    BigDecimal exact = new BigDecimal(text).stripTrailingZeros();
    Option<Double> nearest = DecimalNumber.parse(text).flatMap(DecimalNumber::nearest);
    boolean within = exact.precision() <= 18 && exact.scale() <= 18
        && exact.abs().toBigInteger().compareTo(TEN_TO_18) < 0;
    if (within) {
      assertEquals(Option.some(Double.parseDouble(text)), nearest, text);
    } else {
      nearest.forEach(value -> assertEquals(Double.parseDouble(text), value, text));
    }
  }

  @Property
  void doublesAreWrittenSoThatTheyAreReadAgain(@ForAll("shortDoubles") double number) {
    String text = DecimalNumber.text(number);
    assertEquals(number, Double.parseDouble(text), text);
    assertEquals(new BigDecimal(Double.toString(number)).stripTrailingZeros().toPlainString(), text);
  }

  @Provide
  Arbitrary<Double> shortDoubles() {
    return Combinators.combine(
        Arbitraries.longs().between(-999_999_999, 999_999_999), Arbitraries.integers().between(0, 9))
        .as((digits, places) -> BigDecimal.valueOf(digits, places).doubleValue());
  }
}
