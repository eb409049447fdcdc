package dev.sluice.data.time;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.abi.Bytes;
import io.vavr.control.Option;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Dates and times, held against the JDK. */
class DatesTest {
  /** 0000-01-01T00:00:00Z and 9999-12-31T23:59:59Z. */
  private static final long FIRST = -62_167_219_200L;
  private static final long LAST = 253_402_300_799L;
  private static final DateTimeFormatter HTTP =
      DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ROOT).withZone(ZoneOffset.UTC);
  private static final DateTimeFormatter ASCTIME =
      DateTimeFormatter.ofPattern("EEE MMM ppd HH:mm:ss yyyy", Locale.ROOT).withZone(ZoneOffset.UTC);
  private static final DateTimeFormatter RFC_850 =
      DateTimeFormatter.ofPattern("EEEE, dd-MMM-yy HH:mm:ss 'GMT'", Locale.ROOT).withZone(ZoneOffset.UTC);

  @Property(tries = 3000)
  void timestampsAreThoseOfTheJdk(@ForAll @LongRange(min = FIRST, max = LAST) long second) {
    Instant instant = Instant.ofEpochSecond(second);
    String text = instant.toString();
    assertEquals(text, Timestamp.format(second).latin1());
    assertEquals(Option.some(second), Timestamp.parse(Bytes.utf8(text)));
  }

  @Property
  void offsetsCount(
      @ForAll @LongRange(min = FIRST + 100_000, max = LAST - 100_000) long second,
      @ForAll @IntRange(min = -1079, max = 1079) int minutes,
      @ForAll @IntRange(max = 999_999_999) int nanos) {
    OffsetDateTime time = Instant.ofEpochSecond(second, nanos).atOffset(ZoneOffset.ofTotalSeconds(60 * minutes));
    String text = DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(time);
    if (text.length() > 16 && text.charAt(16) == ':' && text.matches("[0-9].*")) {
      assertEquals(Option.some(second), Timestamp.parse(Bytes.utf8(text)), text);
    }
  }

  @Property(tries = 3000)
  void httpDatesAreThoseOfTheJdk(@ForAll @LongRange(min = FIRST + 366 * 86_400L, max = LAST) long second) {
    Instant instant = Instant.ofEpochSecond(second);
    assertEquals(HTTP.format(instant), HttpDate.format(second).latin1());
    assertEquals(Option.some(second), HttpDate.parse(Bytes.utf8(HTTP.format(instant))));
    assertEquals(Option.some(second), HttpDate.parse(Bytes.utf8(ASCTIME.format(instant))));
  }

  @Property
  void obsoleteDatesHaveTwoDigitsOfTheYear(@ForAll @LongRange(min = 0, max = 3_155_759_999L) long second) {
    Instant instant = Instant.ofEpochSecond(second).truncatedTo(ChronoUnit.SECONDS);
    assertEquals(Option.some(second), HttpDate.parse(Bytes.utf8(RFC_850.format(instant))), RFC_850.format(instant));
  }

  @ParameterizedTest
  @CsvSource({
      "2026-11-24T12:34:56z, 1795523696", "2026-11-24 12:34:56Z, 1795523696",
      "2026-11-24t12:34:56.999999999Z, 1795523696",
      "2026-11-24T13:34:56+01:00, 1795523696", "2026-11-24T12:34:56-00:00, 1795523696",
      "2016-12-31T23:59:60Z, 1483228800",
      "2024-02-29T00:00:00Z, 1709164800"
  })
  void otherForms(String text, long second) {
    assertEquals(Option.some(second), Timestamp.parse(Bytes.utf8(text)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "2026", "2026-11-24", "2026-11-24T12:34:56", "2026-11-24T12:34Z", "2026-13-01T00:00:00Z",
      "2026-02-29T00:00:00Z", "2026-11-31T00:00:00Z", "2026-11-24T24:00:00Z", "2026-11-24T12:60:00Z",
      "2026-11-24T12:34:61Z",
      "2026-11-24T12:34:56.Z", "2026-11-24T12:34:56+0100", "2026-11-24T12:34:56+24:00", "2026-11-24T12:34:56+01:60",
      "2026-11-24T12:34:56Zx", "+026-11-24T12:34:56Z", "2026-11-24T12:34:56 01:00", "2026/11/24T12:34:56Z",
      "2026-00-10T12:34:56Z"})
  void whatIsNoTimestamp(String text) {
    assertTrue(Timestamp.parse(Bytes.utf8(text)).isEmpty());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "now", "Sun, 06 Nov 1994 08:49:37", "Sun, 06 Nov 1994 08:49:37 UTC",
      "Sun, 6 Nov 1994 08:49:37 GMT",
      "Sun, 06 nov 1994 08:49:37 GMT", "Sun, 31 Nov 1994 08:49:37 GMT", "Sun, 06 Nov 1994 25:49:37 GMT",
      "Sun, 06-Nov-1994 08:49:37 GMT", "Sunday, 06-Nov-1994 08:49:37 GMT", "Sunday, 06 Nov 94 08:49:37 GMT",
      "Sun Nov 06 08:49:37 94", "Sun Nov  6 08:49:37 199x", "Sun,06 Nov 1994 08:49:37 GMTT", ", GMT", ",  GMT"})
  void whatIsNoHttpDate(String text) {
    assertTrue(HttpDate.parse(Bytes.utf8(text)).isEmpty());
  }

  @Property
  void anyBytesAreATimeOrNot(@ForAll byte[] bytes,
      @ForAll @Chars({'S', ',', ' ', '-', ':', '0', 'T', 'Z', 'G', 'M'}) @StringLength(max = 40) String text) {
    for (Bytes each : new Bytes[] {Bytes.copyOf(bytes), Bytes.utf8(text), Bytes.utf8(text + " GMT"),
        Bytes.utf8("Sun, " + text)}) {
      assertTrue(HttpDate.parse(each).forAll(second -> second >= FIRST && second <= LAST));
      assertTrue(Timestamp.parse(each).forAll(second -> second >= FIRST - 100_000 && second <= LAST + 100_000));
    }
  }

  @Property
  void anyNumberIsFormattedOrNot(@ForAll long second) {
    boolean within = second >= FIRST && second <= LAST;
    assertEquals(within, !HttpDate.format(second).isEmpty());
    assertEquals(within, !Timestamp.format(second).isEmpty());
  }
}
