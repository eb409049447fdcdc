package dev.sluice.engine;

import static dev.sluice.dsl.Sluice.*;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.abi.Bytes;
import dev.sluice.abi.HeadersStatus;
import dev.sluice.abi.LogLevel;
import dev.sluice.abi.MapType;
import dev.sluice.abi.Status;
import dev.sluice.dsl.Filter;
import dev.sluice.fake.FakeHost;
import dev.sluice.fake.Plugins;
import dev.sluice.step.Step;
import dev.sluice.step.StepBody;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FailurePolicyTest {
  /** What goes wrong in Java code, and how the log must name it. */
  enum Fault {
    THROWN("java.lang.IllegalStateException: on purpose"),
    NULL("java.lang.NullPointerException"),
    ARRAY_INDEX("java.lang.ArrayIndexOutOfBoundsException"),
    BAD_CAST("java.lang.ClassCastException"),
    DIVISION("java.lang.ArithmeticException: / by zero"),
    DEEP_RECURSION("java.lang.StackOverflowError"),
    OUT_OF_MEMORY("java.lang.OutOfMemoryError"),
    BAD_MESSAGE("an exception that fails to describe itself");

    private final String logged;

    Fault(String logged) {
      this.logged = logged;
    }

    StepBody body() {
      return exchange -> happen(exchange, 0);
    }

    private int happen(Object zero, int number) {
      return switch (this) {
        case THROWN -> throw new IllegalStateException("on purpose");
        case NULL -> (new String[1])[number].length();
        case ARRAY_INDEX -> (new int[number])[0];
        case BAD_CAST -> ((String) zero).length();
        case DIVISION -> 1 / number;
        case DEEP_RECURSION -> happen(zero, number) + 1;
        case OUT_OF_MEMORY -> throw new OutOfMemoryError("on purpose");
        case BAD_MESSAGE -> throw new IllegalStateException() {
          private static final long serialVersionUID = 1L;

          @Override
          public String getMessage() {
            throw new IllegalStateException("again");
          }
        };
      };
    }
  }

  private static Step fails() {
    return step("fails", Fault.THROWN.body());
  }

  @ParameterizedTest
  @EnumSource
  void failClosedAnswersAndTheNextRequestWorks(Fault fault) {
    FakeHost host = FakeHost.get("/").request("x-fail", "1");
    PluginCallbacks callbacks = Plugins.configured(
        plugin("fragile").failClosed(500)
            .request(when(header("x-fail").present()).then(log(LogLevel.INFO, "in"),
                step("fails", fault.body()))),
        host);
    assertEquals(HeadersStatus.STOP_ITERATION, callbacks.onRequestHeaders(2, 0, true));
    assertEquals(500, host.answered());
    assertEquals("sluice_failure", host.sent().get(0).details());
    assertEquals(2, host.lines().size(), host.lines().toString());
    String line = host.lines().get(1);
    assertTrue(line.startsWith(
        "ERROR plugin fragile: failed at request/1 when/2 step \"fails\", answered 500: "), line);
    assertTrue(line.contains(fault.logged), line);
    assertFalse(line.contains("\n"), line);

    host.remove(MapType.REQUEST_HEADERS, Bytes.utf8("x-fail"));
    assertEquals(HeadersStatus.CONTINUE, callbacks.onRequestHeaders(3, 0, true));
    assertEquals(500, host.answered());
  }

  @ParameterizedTest
  @EnumSource
  void failOpenLetsThrough(Fault fault) {
    FakeHost host = FakeHost.get("/");
    PluginCallbacks callbacks = Plugins.configured(
        plugin("fragile").failOpen().request(step("fails", fault.body()), setHeader("x-a", "b")), host);
    assertEquals(HeadersStatus.CONTINUE, callbacks.onRequestHeaders(2, 0, true));
    assertEquals(0, host.answered());
    assertEquals(List.of(), host.requestHeader("x-a"));
    assertTrue(host.lines()
        .get(0)
        .startsWith("ERROR plugin fragile: failed at request/1 step \"fails\", let through: "), host.lines().get(0));
  }

  @Test
  void aFailureOnTheWayOut() {
    FakeHost host = FakeHost.get("/");
    assertEquals(HeadersStatus.STOP_ITERATION, Plugins.response(host, setHeader("a", "b"), fails()));
    assertEquals(503, host.answered());
    assertTrue(host.lines().get(0).contains("failed at response/2 step \"fails\", answered 503"));
  }

  @Test
  void theFailureReplyPassesTheFiltersBeforeTheOneThatFailed() {
    FakeHost host = FakeHost.get("/");
    Filter outer = request(addHeader("x-in", "o")).response(addHeader("x-out", "outer"));
    Filter failing = request(fails()).response(addHeader("x-out", "failing"));
    Plugins.exchange(host, outer.then(failing));
    assertEquals(503, host.answered());
    assertEquals(List.of("outer"), host.responseHeader("x-out"));
    assertTrue(host.lines().get(0).contains("failed at filter 2/request/1 step"), host.lines().get(0));
  }

  @Test
  void aHostThatRefusesTheReplyHoldsTheStreamInsteadOfLettingItThrough() {
    FakeHost host = FakeHost.get("/").refuse("proxy_send_local_response", Status.INTERNAL_FAILURE);
    assertEquals(HeadersStatus.STOP_ALL_ITERATION_AND_WATERMARK, Plugins.request(host, respond(403)));
    assertEquals(2, host.lines().size());
  }

  @Test
  void aHostThatRefusesTheLogStillGetsItsAnswer() {
    FakeHost host = FakeHost.get("/").refuse("proxy_log", Status.INTERNAL_FAILURE);
    assertEquals(HeadersStatus.STOP_ITERATION, Plugins.request(host, fails()));
    assertEquals(503, host.answered());
  }

  @Test
  void manyFailuresLeaveNothingBehind() {
    FakeHost host = FakeHost.get("/");
    PluginCallbacks callbacks =
        Plugins.configured(plugin("p").request(fails()).response(setHeader("a", "b")), host);
    for (int stream = 2; stream < 1_000; stream++) {
      callbacks.onRequestHeaders(stream, 0, true);
      callbacks.onResponseHeaders(stream, 0, true);
      callbacks.onDelete(stream);
    }
    assertEquals(0, callbacks.contextsKept());
    assertEquals(998, host.sent().size());
  }
}
