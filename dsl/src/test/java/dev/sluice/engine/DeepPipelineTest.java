package dev.sluice.engine;

import static dev.sluice.dsl.Sluice.*;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.sluice.dsl.Filter;
import dev.sluice.fake.FakeHost;
import dev.sluice.fake.Plugins;
import dev.sluice.step.Step;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Depth and length of a pipeline cost no stack. Run in threads whose stack is far too small for recursion. */
class DeepPipelineTest {
  private static final int STEPS = 10_000;

  private final AtomicInteger count = new AtomicInteger();
  private final Step counting = step("count", exchange -> count.incrementAndGet());

  private static void onSmallStack(Runnable test) {
    Throwable[] failure = new Throwable[1];
    Thread thread = new Thread(null, test, "small stack", 160 * 1024);
    thread.setUncaughtExceptionHandler((where, e) -> failure[0] = e);
    thread.start();
    try {
      thread.join();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    if (failure[0] != null) {
      throw new AssertionError(failure[0]);
    }
  }

  private void runs(Step... steps) {
    FakeHost host = FakeHost.get("/");
    onSmallStack(() -> Plugins.request(host, steps));
    assertEquals("[]", host.lines().toString());
    assertEquals(0, host.answered());
  }

  @Test
  void tenThousandSteps() {
    Step[] steps = new Step[STEPS];
    Arrays.fill(steps, counting);
    runs(steps);
    assertEquals(STEPS, count.get());
  }

  @Test
  void tenThousandNestedWhens() {
    Step nested = counting;
    for (int i = 0; i < STEPS; i++) {
      nested = when(method().is("GET")).then(nested);
    }
    runs(nested);
    assertEquals(1, count.get());
  }

  @Test
  void tenThousandNestedOtherwises() {
    Step nested = counting;
    for (int i = 0; i < STEPS; i++) {
      nested = when(method().is("PUT")).then().otherwise(nested);
    }
    runs(nested);
    assertEquals(1, count.get());
  }

  @Test
  void tenThousandNestedSequences() {
    Step nested = counting;
    for (int i = 0; i < STEPS; i++) {
      nested = sequence(nested, counting);
    }
    runs(nested);
    assertEquals(STEPS + 1, count.get());
  }

  @Test
  void tenThousandFilters() {
    FakeHost host = FakeHost.get("/");
    onSmallStack(() -> {
      Filter all = Filter.none();
      for (int i = 0; i < STEPS; i++) {
        all = all.then(request(counting).response(counting));
      }
      Plugins.exchange(host, all);
    });
    assertEquals(2 * STEPS, count.get());
  }

  @Test
  void tenThousandDifferentHeaders() {
    Step[] steps = new Step[STEPS];
    for (int i = 0; i < STEPS; i++) {
      steps[i] = setHeader("x-" + i, header("x-" + (i + 1)));
    }
    runs(steps);
  }
}
