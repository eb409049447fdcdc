package dev.sluice.host.vm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.abi.Bytes;
import dev.sluice.abi.Header;
import dev.sluice.abi.codec.HeaderMapCodec;
import dev.sluice.host.exchange.EmbeddedProxy;
import dev.sluice.host.exchange.HttpOutcome;
import dev.sluice.host.model.FailurePolicy;
import dev.sluice.host.model.GuestLimits;
import dev.sluice.host.model.PluginRefusedException;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Guests that want more of the host than it gives. */
class GreedyGuestTest {
  private static final String HEADERS = "proxy_on_request_headers";
  private static final String LOG = "env.proxy_log";
  private static final String ADD = "env.proxy_add_header_map_value";
  private static final String SET_PAIRS = "env.proxy_set_header_map_pairs";
  private static final String SET_BUFFER = "env.proxy_set_buffer_bytes";
  private static final String SET_PROPERTY = "env.proxy_set_property";
  private static final String WRITE = "wasi_snapshot_preview1.fd_write";
  private static final GuestLimits STANDARD = GuestLimits.standard();
  private static final GuestLimits LITTLE = STANDARD.withHandedOver(1 << 20);
  private static final String TOO_MUCH = "it hands more than 1048576 bytes to the host in one callback";

  @ParameterizedTest
  @EnumSource
  void memoryDoesNotGrowBeyondTheLimit(Engine engine) {
    TestModule module = TestModule.proxy()
        .function(HEADERS, "(iii)i", code -> code
            .i32(3)
            .grow()
            .expect(1)
            .i32(1)
            .grow()
            .expect(-1)
            .i32(-1)
            .grow()
            .expect(-1)
            .i32(0));
    assertHarmless(module, engine, STANDARD.withMemoryBytes(4 * 65_536 + 65_535));
  }

  @ParameterizedTest
  @EnumSource
  void memoryDoesNotGrowBeyondWhatTheModuleDeclares(Engine engine) {
    TestModule module = TestModule.proxy()
        .mostPages(2)
        .function(HEADERS, "(iii)i", code -> code
            .i32(1)
            .grow()
            .expect(1)
            .i32(1)
            .grow()
            .expect(-1)
            .i32(0));
    assertHarmless(module, engine, STANDARD);
  }

  @Test
  void aModuleThatBeginsWithMoreMemoryThanTheLimitIsRefused() {
    TestModule module = TestModule.proxy().pages(5);
    assertRefused(module, STANDARD.withMemoryBytes(4 * 65_536), "wants 5 pages of memory, the host gives 4");
  }

  @Test
  void aModuleThatBeginsWithAGiganticTableIsRefused() {
    assertRefused(TestModule.proxy().table(1_000_001, -1), STANDARD,
        "wants a table of 1000001 elements, the host gives 1000000");
    assertRefused(TestModule.proxy().table(-1, -1), STANDARD, "wants a table of ");
  }

  @ParameterizedTest
  @EnumSource
  void aTableDoesNotGrowBeyondTheLimit(Engine engine) {
    TestModule module = TestModule.proxy()
        .table(1, -1)
        .function(HEADERS, "(iii)i", code -> code
            .op(0xd0)
            .op(0x70)
            .i32(1_000_000)
            .op(0xfc)
            .op(0x0f)
            .op(0)
            .expect(-1)
            .i32(0));
    assertHarmless(module, engine, STANDARD);
  }

  @ParameterizedTest
  @EnumSource
  void anObjectThatNoHeapHoldsEndsTheVm(Engine engine) {
    TestModule module = TestModule.proxy().array();
    module.function(HEADERS, "(iii)i",
        code -> code.i32(Integer.MAX_VALUE).op(0xfb).op(0x07).op(module.arrayType()).drop().i32(0));
    Hostile.assertEndsItsOwnVmOnly(module, engine, STANDARD, HEADERS + ": no memory left");
  }

  @Test
  void aHugeLogLineIsCut() {
    TestModule module = TestModule.proxy()
        .pages(32)
        .imports(LOG, "(iii)i")
        .function(HEADERS, "(iii)i",
            code -> code.call(LOG, 2, 0, 32 * 65_536));
    try (EmbeddedProxy proxy = Hostile.proxy(module, Engine.COMPILER, STANDARD, FailurePolicy.FAIL_CLOSED)) {
      HttpOutcome outcome = Hostile.send(proxy);
      Hostile.assertMarked(outcome);
      Bytes line = outcome.log().get(0).message();
      assertTrue(line.length() < (1 << 20) + 100, "a line of " + line.length() + " bytes");
      assertTrue(line.endsWith(Bytes.utf8("... (1048576 bytes more)")));
    }
  }

  @Test
  void aStreamKeepsTheBeginningOfAnEndlessLog() {
    TestModule many = TestModule.proxy().imports(LOG, "(iii)i").function(HEADERS, "(iii)i", code -> {
      for (int i = 0; i < 10_005; i++) {
        code.call(LOG, 2, 0, 1).drop();
      }
      code.i32(0);
    });
    try (EmbeddedProxy proxy = Hostile.proxy(many, Engine.INTERPRETER, STANDARD, FailurePolicy.FAIL_CLOSED)) {
      assertEquals(10_000, Hostile.send(proxy).log().size());
    }
  }

  /** Each with what it does in an endless loop. */
  enum Endlessly {
    LOG_LINES,
    HEADERS_OF_ONE_BYTE,
    LONG_HEADERS,
    PROPERTIES,
    BYTES_BEFORE_A_BODY,
    STANDARD_OUTPUT,
    EMPTY_CALLS;

    private TestModule.Code body(TestModule.Code code) {
      return switch (this) {
        case LOG_LINES -> code.call(LOG, 2, 0, 1000);
        case HEADERS_OF_ONE_BYTE -> code.call(ADD, 0, 0, 1, 0, 1);
        case LONG_HEADERS -> code.call(ADD, 0, 0, 30_000, 0, 30_000);
        case PROPERTIES -> code.call(SET_PROPERTY, 0, 100, 0, 60_000);
        case BYTES_BEFORE_A_BODY -> code.call(SET_BUFFER, 0, 0, 0, 0, 60_000);
        case STANDARD_OUTPUT -> code.call(WRITE, 1, 40_000, 1, 50_000);
        case EMPTY_CALLS -> code.call(LOG, 2, 0, 0);
      };
    }
  }

  @ParameterizedTest
  @EnumSource
  void whatAGuestHandsToTheHostIsLimited(Endlessly what) {
    TestModule module = TestModule.proxy()
        .imports(LOG, "(iii)i")
        .imports(ADD, "(iiiii)i")
        .imports(SET_PROPERTY, "(iiii)i")
        .imports(SET_BUFFER, "(iiiii)i")
        .imports(WRITE, "(iiii)i")
        .data(0, "x".repeat(30_000))
        .data(40_000, "\0\0\0\0\0\1\0\0")
        .function(HEADERS, "(iii)i",
            code -> code.loop(body -> what.body(body).drop().branch(0)).i32(0));
    Hostile.assertEndsItsOwnVmOnly(module, Engine.COMPILER, LITTLE, TOO_MUCH);
  }

  /** 8,192 vectors of 64 KiB each: half a GiB out of one page of memory. */
  @Test
  void vectorsThatAllNameTheSameBytesCountEachTime() {
    TestModule module = TestModule.proxy()
        .imports(WRITE, "(iiii)i")
        .data(0, "\0\0\0\0\0\0\1\0".repeat(8_000))
        .function(HEADERS, "(iii)i", code -> code.call(WRITE, 1, 0, 8_000, 65_000));
    Hostile.assertEndsItsOwnVmOnly(module, Engine.INTERPRETER, LITTLE, TOO_MUCH);
  }

  @Test
  void theLimitOfWhatIsHandedOverIsThatOfOneCallback() {
    TestModule module = TestModule.proxy()
        .imports(LOG, "(iii)i")
        .function(HEADERS, "(iii)i",
            code -> code.call(LOG, 2, 0, 60_000));
    try (EmbeddedProxy proxy =
        Hostile.proxy(module, Engine.INTERPRETER, STANDARD.withHandedOver(100_000), FailurePolicy.FAIL_CLOSED)) {
      Hostile.assertMarked(Hostile.send(proxy));
      Hostile.assertMarked(Hostile.send(proxy));
    }
  }

  @Test
  void aSerializedMapOfTooManyPairsCountsAsEmpty() {
    assertHeadersLeft(HeaderMapCodec.encode(Collections.nCopies(1_024, Header.of("a", ""))), 1_024);
    assertHeadersLeft(HeaderMapCodec.encode(Collections.nCopies(1_025, Header.of("a", ""))), 0);
  }

  @Test
  void aSerializedMapOfTooManyBytesCountsAsEmpty() {
    int most = 1 << 20;
    Bytes whole = HeaderMapCodec.encode(List.of(Header.of("a", "v".repeat(most - 4 - 8 - 3))));
    assertEquals(most, whole.length());
    assertHeadersLeft(whole, 1);
    assertHeadersLeft(HeaderMapCodec.encode(List.of(Header.of("a", "v".repeat(most - 4 - 8 - 2)))), 0);
  }

  @Test
  void aSerializedMapThatLiesCountsAsEmpty() {
    byte[] sound = HeaderMapCodec.encode(List.of(Header.of("a", "b"))).toArray();
    assertHeadersLeft(Bytes.wrap(sound), 1);
    for (int at : new int[] {0, 3, 4, 7, 8, 11, 13, 15}) {
      byte[] lying = sound.clone();
      lying[at] ^= 0x40;
      assertHeadersLeft(Bytes.wrap(lying), 0);
    }
    assertHeadersLeft(Bytes.latin1(Bytes.wrap(sound).latin1() + "\0"), 0);
  }

  private static void assertHeadersLeft(Bytes pairs, int fields) {
    TestModule module = TestModule.proxy()
        .pages(40)
        .imports(SET_PAIRS, "(iii)i")
        .data(0, pairs)
        .function("proxy_on_response_headers", "(iii)i",
            code -> code.call(SET_PAIRS, 2, 0, pairs.length()).expect(0).i32(0));
    try (EmbeddedProxy proxy = Hostile.proxy(module, Engine.INTERPRETER, STANDARD, FailurePolicy.FAIL_CLOSED)) {
      assertEquals(fields, Hostile.send(proxy).response().headers().size());
    }
  }

  private static void assertHarmless(TestModule module, Engine engine, GuestLimits limits) {
    try (EmbeddedProxy proxy = Hostile.proxy(module, engine, limits, FailurePolicy.FAIL_CLOSED)) {
      Hostile.assertMarked(Hostile.send(proxy));
    }
  }

  private static void assertRefused(TestModule module, GuestLimits limits, String reason) {
    PluginRefusedException refused = assertThrows(PluginRefusedException.class,
        () -> Hostile.proxy(module, Engine.INTERPRETER, limits, FailurePolicy.FAIL_CLOSED));
    assertTrue(refused.getMessage().contains(reason), refused.getMessage());
  }
}
