package dev.sluice.value;

import static dev.sluice.dsl.Sluice.header;
import static dev.sluice.dsl.Sluice.now;
import static dev.sluice.dsl.Sluice.number;
import static dev.sluice.dsl.Sluice.text;
import static dev.sluice.fake.Plugins.holds;
import static dev.sluice.fake.Plugins.read;
import static dev.sluice.fake.Plugins.readInResponse;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.abi.Status;
import dev.sluice.fake.FakeHost;
import io.vavr.control.Option;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class TimeTest {
  /** Tuesday, 2026-11-24 12:34:56.789 UTC. */
  private static final long MILLIS = Instant.parse("2026-11-24T12:34:56.789Z").toEpochMilli();

  private static FakeHost host() {
    return FakeHost.get("/").time(MILLIS * 1_000_000 + 999_999);
  }

  @Test
  void nowIsTheHostsTime() {
    assertEquals(Option.some(Long.toString(MILLIS / 1000)), read(host(), now().epochSeconds().asText()));
    assertEquals(Option.some(Long.toString(MILLIS)), read(host(), now().epochMillis().asText()));
    assertEquals(Option.some("2026-11-24T12:34:56Z"), read(host(), now().asTimestamp()));
    assertEquals(Option.some("Tue, 24 Nov 2026 12:34:56 GMT"), readInResponse(host(), now().asHttpDate()));
    assertEquals(Option.some("2026-11-24T13:34:56Z"), read(host(), now().epochSeconds().plus(3600).asTimestamp()));
  }

  @Test
  void eachReadingIsAHostcall() {
    FakeHost host = host();
    holds(host, now().epochSeconds().atLeast(1).and(now().epochSeconds().atLeast(2)));
    assertEquals(2, host.hostcalls().size());
  }

  @Test
  void aHostWithoutTimeTellsNone() {
    FakeHost host = host().refuse("proxy_get_current_time_nanoseconds", Status.UNIMPLEMENTED);
    assertTrue(holds(host, now().epochSeconds().absent()));
  }

  @Test
  void timesInTexts() {
    assertTrue(holds(host(), text("Sun, 06 Nov 1994 08:49:37 GMT").asHttpDate().is(784_111_777)));
    assertTrue(holds(host(), text("1994-11-06T08:49:37Z").asTimestamp().is(784_111_777)));
    assertTrue(holds(host(), text("yesterday").asHttpDate().absent()));
    assertTrue(holds(host(), text("1994-11-06").asTimestamp().absent()));
    assertTrue(holds(host(), header("x-none").asTimestamp().absent()));
  }

  @Test
  void whatIsValidUntilLater() {
    Condition expired = header("x-until").asTimestamp().lessThan(now().epochSeconds());
    assertTrue(holds(host().request("x-until", "2026-11-24T12:34:55Z"), expired));
    assertFalse(holds(host().request("x-until", "2026-11-24T12:34:56Z"), expired));
    assertFalse(holds(host().request("x-until", "never"), expired));
  }

  @Test
  void aTimeOutsideOfTheCalendarIsAbsent() {
    assertEquals(Option.none(), read(host(), number(Long.MAX_VALUE).asHttpDate()));
    assertEquals(Option.none(), read(host(), number(-Long.MAX_VALUE).asTimestamp()));
    assertEquals(Option.none(), read(host(), header("x-none").asLong().asTimestamp()));
  }

  @Test
  void theyDescribeThemselves() {
    assertEquals("(now in seconds + 60) is greater than timestamp header a",
        now().epochSeconds().plus(60).greaterThan(header("a").asTimestamp()).describe());
    assertEquals("HTTP-date of now in seconds", now().asHttpDate().describe());
    assertTrue(now().asHttpDate().varies());
    assertTrue(now().epochMillis().plus(1).is(5).not().and(header("a").absent()).varies());
    assertFalse(header("a").asTimestamp().varies());
  }
}
