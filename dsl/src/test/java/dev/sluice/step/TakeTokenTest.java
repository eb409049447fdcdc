package dev.sluice.step;

import static dev.sluice.dsl.Sluice.*;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.abi.Bytes;
import dev.sluice.abi.Status;
import dev.sluice.fake.FakeHost;
import dev.sluice.fake.Plugins;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class TakeTokenTest {
  private static final TokenBucket BUCKET = tokenBucket("b", 64, 3, Duration.ofSeconds(10));
  private static final long START = 1_000_000L;

  /** What is answered, and then what is left and how long to wait, to a request at this time, in milliseconds. */
  private static String take(FakeHost host, TakeToken step, long millis) {
    Plugins.request(host.time((START + millis) * 1_000_000L), step.as("left").waitAs("wait"),
        setHeader("x-left", ref("left")), setHeader("x-wait", ref("wait")));
    return host.answered() != 0
        ? Integer.toString(host.answered())
        : host.requestHeader("x-left").get(0) + " " + host.requestHeader("x-wait").get(0);
  }

  @Test
  void aBucketfulGoesOutAndNoMoreUntilTokensComeIn() {
    FakeHost host = FakeHost.get("/");
    assertEquals("2 10", take(host, BUCKET.take(), 0));
    assertEquals("1 7", take(host, BUCKET.take(), 3_500));
    assertEquals("0 1", take(host, BUCKET.take(), 9_999));
    assertEquals("2 10", take(host, BUCKET.take(), 10_000));
  }

  @Test
  void anEmptyBucketAnswersAndIsNotWrittenTo() {
    FakeHost host = FakeHost.get("/");
    TokenBucket one = tokenBucket("one", 1, 1, Duration.ofSeconds(10));
    assertEquals("0 10", take(host, one.take(), 0));
    host.calls().clear();
    assertEquals("429", take(host, one.take(), 1));
    assertEquals(
        List.of("proxy_get_current_time_nanoseconds", "proxy_get_shared_data", "proxy_send_local_response"),
        host.hostcalls());
    FakeHost other = FakeHost.get("/");
    take(other, one.take(), 0);
    assertEquals("202",
        take(other, one.take().onEmpty(setHeader("x", ref("wait")), respond(202)), 8_000));
    assertEquals(List.of("2"), other.requestHeader("x"));
  }

  @Test
  void noMoreThanItHoldsComesInHoweverLongItTakes() {
    FakeHost host = FakeHost.get("/");
    TokenBucket slow = tokenBucket("slow", 1, 2, Duration.ofSeconds(1)).capacity(5);
    for (int i = 4; i >= 0; i--) {
      assertEquals(i + " 1", take(host, slow.take(), 0));
    }
    assertEquals("1 1", take(host, slow.take(), 1_500));
    assertEquals("2 1", take(host, slow.take(), 2_000));
    assertEquals("4 1", take(host, slow.take(), 1_000_000_000_000L));
  }

  @Test
  void keysHaveBucketsOfTheirOwnAndMemoryIsBounded() {
    FakeHost host = FakeHost.get("/");
    assertEquals("2 10", take(host, BUCKET.take(text("a")), 0));
    assertEquals("2 10", take(host, BUCKET.take(text("b")), 0));
    assertEquals("2 10", take(host, BUCKET.take(header("x-none")), 0));
    assertEquals("1 10", take(host, BUCKET.take(), 0));
    for (int i = 0; i < 1000; i++) {
      Plugins.request(host, BUCKET.take(text("key " + i)).onEmpty(sequence()));
    }
    assertEquals(64, host.state().keys());
  }

  @Test
  void keysOfOnePlaceShareABucketSoThatNoneGetsMore() {
    FakeHost host = FakeHost.get("/");
    TokenBucket one = tokenBucket("one", 1, 2, Duration.ofSeconds(10));
    assertEquals("1 10", take(host, one.take(text("a")), 0));
    assertEquals("0 10", take(host, one.take(text("b")), 0));
    assertEquals("429", take(host, one.take(text("a")), 0));
  }

  @Test
  void triesAgainWhenOthersTakeAndGivesUpInTheEnd() {
    FakeHost host = FakeHost.get("/");
    take(host, BUCKET.take(), 0);
    host.state().rivals(9);
    assertEquals("1 10", take(host, BUCKET.take(), 0));
    host.state().rivals(10);
    assertEquals("202", take(host, BUCKET.take().onFailure(respond(202)), 0));
    FakeHost busy = FakeHost.get("/");
    take(busy, BUCKET.take(), 0);
    busy.state().rivals(10);
    assertEquals("503", take(busy, BUCKET.take(), 0));
    assertEquals("503",
        take(FakeHost.get("/").refuse("proxy_set_shared_data", Status.INTERNAL_FAILURE), BUCKET.take(), 0));
  }

  /** Two workers that find nothing must not both write as if they were alone. */
  @Test
  void theFirstTokenOfABucketIsComparedAsWell() {
    FakeHost host = FakeHost.get("/");
    host.state().newcomer("sluice.bucket.b.0", level(2, START));
    assertEquals("1 10", take(host, tokenBucket("b", 1, 3, Duration.ofSeconds(10)).take(), 0));
  }

  @Test
  void aClockThatWasPutBackAndForeignBytesDoNotShutABucketForLong() {
    TokenBucket one = tokenBucket("b", 1, 3, Duration.ofSeconds(10));
    for (Bytes bytes : List.of(Bytes.EMPTY, Bytes.utf8("x"), Bytes.utf8("x".repeat(17)))) {
      FakeHost host = FakeHost.get("/");
      host.state().share("sluice.bucket.b.0", bytes);
      assertEquals("2 10", take(host, one.take(), 0));
    }
    for (long since : new long[] {Long.MAX_VALUE, Long.MIN_VALUE, -1, START + 10_001}) {
      FakeHost host = FakeHost.get("/");
      host.state().share("sluice.bucket.b.0", level(2, since));
      assertEquals("1 10", take(host, one.take(), 0));
    }
    FakeHost ahead = FakeHost.get("/");
    ahead.state().share("sluice.bucket.b.0", level(2, START + 10));
    assertEquals("1 11", take(ahead, one.take(), 0));
    FakeHost fuller = FakeHost.get("/");
    fuller.state().share("sluice.bucket.b.0", level(Long.MAX_VALUE, START));
    assertEquals("2 10", take(fuller, one.take(), 0));
    FakeHost emptier = FakeHost.get("/");
    emptier.state().share("sluice.bucket.b.0", level(-5, START));
    assertEquals("429", take(emptier, one.take(), 0));
  }

  private static Bytes level(long tokens, long since) {
    return new BucketLevel(tokens, since).bytes();
  }

  @Test
  void whatCannotWorkIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> tokenBucket("", 1, 1, Duration.ofSeconds(1)));
    assertThrows(IllegalArgumentException.class, () -> tokenBucket("b", 65_537, 1, Duration.ofSeconds(1)));
    assertThrows(IllegalArgumentException.class, () -> tokenBucket("b", 1, 0, Duration.ofSeconds(1)));
    assertThrows(IllegalArgumentException.class, () -> tokenBucket("b", 1, 1, Duration.ZERO));
    assertThrows(IllegalArgumentException.class, () -> BUCKET.capacity(0));
    assertThrows(IllegalArgumentException.class, () -> BUCKET.take((dev.sluice.value.TextValue) null));
    assertTrue(BUCKET.take(path()).describe().contains("take a token of bucket.b for path"));
  }
}
