package dev.sluice.value;

import static dev.sluice.dsl.Sluice.header;
import static dev.sluice.dsl.Sluice.number;
import static dev.sluice.dsl.Sluice.query;
import static dev.sluice.dsl.Sluice.status;
import static dev.sluice.dsl.Sluice.text;
import static dev.sluice.fake.Plugins.holds;
import static dev.sluice.fake.Plugins.read;
import static dev.sluice.fake.Plugins.readInResponse;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.abi.Bytes;
import dev.sluice.fake.FakeHost;
import dev.sluice.plan.LongReader;
import dev.sluice.value.number.Operation;
import dev.sluice.value.number.Operations;
import dev.sluice.value.text.Digits;
import dev.sluice.value.text.Numbers;
import io.vavr.control.Option;
import java.math.BigInteger;
import java.util.function.BinaryOperator;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ArithmeticTest {
  private static final FakeHost HOST = FakeHost.get("/?n=12");
  private static final BigInteger MOST = BigInteger.valueOf(Long.MAX_VALUE);

  @Provide
  Arbitrary<Long> numbers() {
    return Arbitraries.oneOf(
        Arbitraries.longs().between(-5, 5),
        Arbitraries.longs().between(-Long.MAX_VALUE, Long.MAX_VALUE),
        Arbitraries.longs().between(Long.MAX_VALUE - 5, Long.MAX_VALUE),
        Arbitraries.longs().between(-Long.MAX_VALUE, -Long.MAX_VALUE + 5),
        Arbitraries.longs().between(3_037_000_490L, 3_037_000_510L));
  }

  @Property(tries = 5000)
  void resultsAreExactOrAbsent(@ForAll("numbers") long left, @ForAll("numbers") long right) {
    check(new Operations.Plus(), left, right, BigInteger::add);
    check(new Operations.Minus(), left, right, BigInteger::subtract);
    check(new Operations.Times(), left, right, BigInteger::multiply);
    check(new Operations.Min(), left, right, BigInteger::min);
    check(new Operations.Max(), left, right, BigInteger::max);
    if (right == 0) {
      assertEquals(LongReader.ABSENT, new Operations.DividedBy().of(left, right));
      assertEquals(LongReader.ABSENT, new Operations.Modulo().of(left, right));
    } else {
      check(new Operations.DividedBy(), left, right, BigInteger::divide);
      assertEquals(Math.floorMod(left, right), new Operations.Modulo().of(left, right));
    }
  }

  private static void check(Operation operation, long left, long right, BinaryOperator<BigInteger> exact) {
    BigInteger result = exact.apply(BigInteger.valueOf(left), BigInteger.valueOf(right));
    long expected = result.abs().compareTo(MOST) <= 0 ? result.longValue() : LongReader.ABSENT;
    assertEquals(expected, operation.of(left, right), () -> left + " " + operation.words() + " " + right);
  }

  @Property
  void digitsAreThoseOfTheJdk(@ForAll("numbers") long number) {
    assertEquals(Long.toString(number), Digits.text(number).latin1());
    assertEquals(number, new Numbers.Decimal().of(Digits.text(number)));
  }

  @Property
  void anyBytesAreANumberOrNone(@ForAll byte[] bytes) {
    Bytes text = Bytes.copyOf(bytes);
    boolean isNumber = text.latin1().matches("-?[0-9]{1,18}");
    assertEquals(isNumber, new Numbers.Decimal().of(text) != LongReader.ABSENT);
  }

  @ParameterizedTest
  @CsvSource({"0, 0", "-0, 0", "007, 7", "-12, -12", "9223372036854775807, 9223372036854775807",
      "-9223372036854775807, -9223372036854775807", "0000000000000000000000012, 12"})
  void asLong(String text, long number) {
    assertTrue(holds(HOST, text(text).asLong().is(number)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "-", "+1", " 1", "1 ", "1.0", "1e3", "0x1", "--1", "9223372036854775808",
      "-9223372036854775808", "99999999999999999999999", "١"})
  void whatIsNoNumberIsAbsent(String text) {
    assertTrue(holds(HOST, text(text).asLong().absent()));
    assertEquals(Option.none(), read(HOST, text(text).asLong().plus(1).asText()));
  }

  @Test
  void theWordsOfTheLanguage() {
    NumberValue n = query("n").asLong();
    assertEquals(Option.some("15"), read(HOST, n.plus(3).asText()));
    assertEquals(Option.some("24"), read(HOST, n.plus(n).asText()));
    assertEquals(Option.some("9"), read(HOST, n.minus(3).asText()));
    assertEquals(Option.some("88"), read(HOST, number(100).minus(n).asText()));
    assertEquals(Option.some("36"), read(HOST, n.times(3).asText()));
    assertEquals(Option.some("144"), read(HOST, n.times(n).asText()));
    assertEquals(Option.some("2"), read(HOST, n.dividedBy(5).asText()));
    assertEquals(Option.some("-2"), read(HOST, n.dividedBy(-5).asText()));
    assertEquals(Option.none(), read(HOST, n.dividedBy(0).asText()));
    assertEquals(Option.none(), read(HOST, n.dividedBy(number(0)).asText()));
    assertEquals(Option.some("2"), read(HOST, n.modulo(5).asText()));
    assertEquals(Option.some("-3"), read(HOST, n.modulo(-5).asText()));
    assertEquals(Option.none(), read(HOST, n.modulo(n.minus(12)).asText()));
    assertEquals(Option.some("10"), read(HOST, n.min(10).asText()));
    assertEquals(Option.some("20"), read(HOST, n.max(20).asText()));
    assertEquals(Option.some("12"), read(HOST, number(20).min(n).max(number(3)).asText()));
    assertEquals(Option.none(), read(HOST, n.times(Long.MAX_VALUE).asText()));
    assertEquals(Option.some("600"), readInResponse(HOST, status().times(3).asText()));
    assertEquals(Option.some("12"), readInResponse(HOST, n.asText()));
  }

  @Test
  void comparisons() {
    NumberValue n = query("n").asLong();
    assertTrue(holds(HOST, n.greaterThan(11)));
    assertFalse(holds(HOST, n.greaterThan(12)));
    assertTrue(holds(HOST, n.atLeast(12)));
    assertFalse(holds(HOST, n.atLeast(13)));
    assertTrue(holds(HOST, n.lessThan(13)));
    assertFalse(holds(HOST, n.lessThan(12)));
    assertTrue(holds(HOST, n.atMost(12)));
    assertFalse(holds(HOST, n.atMost(11)));
    assertTrue(holds(HOST, n.is(number(12))));
    assertTrue(holds(HOST, n.isNot(number(13))));
    assertTrue(holds(HOST, number(13).greaterThan(n)));
    assertTrue(holds(HOST, number(12).atLeast(n).and(number(12).atMost(n)).and(number(11).lessThan(n))));
    assertFalse(holds(HOST, n.absent()));
  }

  @Test
  void onAnAbsentNumberTheAnswerIsNo() {
    NumberValue none = query("none").asLong();
    assertFalse(holds(HOST, none.greaterThan(Long.MIN_VALUE + 1)));
    assertFalse(holds(HOST, none.atLeast(Long.MIN_VALUE + 1)));
    assertFalse(holds(HOST, none.lessThan(Long.MAX_VALUE)));
    assertFalse(holds(HOST, none.atMost(Long.MAX_VALUE)));
    assertFalse(holds(HOST, none.between(Long.MIN_VALUE, Long.MAX_VALUE)));
    assertFalse(holds(HOST, none.in(Long.MIN_VALUE, 0)));
    assertFalse(holds(HOST, none.is(none)));
    assertFalse(holds(HOST, number(1).is(none)));
    assertTrue(holds(HOST, none.isNot(5)));
    assertTrue(holds(HOST, none.absent()));
    assertEquals(Option.none(), read(HOST, none.min(3).asText()));
    assertEquals(Option.none(), read(HOST, none.max(3).asText()));
  }

  @Test
  void bothNumbersAreReadInAnyCase() {
    FakeHost host = FakeHost.get("/").request("x-b", "1");
    assertFalse(holds(host, header("x-a").asLong().is(header("x-b").asLong())));
    assertEquals(2, host.hostcalls().size());
  }

  @Test
  void lengths() {
    assertTrue(holds(FakeHost.get("/").request("x-a", "äb"), header("x-a").length().is(3)));
    assertTrue(holds(FakeHost.get("/").request("x-a", ""), header("x-a").length().is(0)));
    assertTrue(holds(FakeHost.get("/"), header("x-a").length().absent()));
  }

  @Test
  void badArgumentsAreRefused() {
    assertThrows(IllegalArgumentException.class, () -> number(Long.MIN_VALUE));
    assertThrows(IllegalArgumentException.class, () -> number(1).plus(null));
    assertThrows(IllegalArgumentException.class, () -> number(1).is(null));
  }

  @Test
  void theyDescribeThemselves() {
    assertEquals("((query parameter n as a number + 3) min 10) is at least 5",
        query("n").asLong().plus(3).min(10).atLeast(5).describe());
    assertEquals("length of header a is less than status", header("a").length().lessThan(status()).describe());
    assertEquals("status is absent", status().absent().describe());
  }
}
