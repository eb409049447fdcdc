package dev.sluice.testkit;

import static dev.sluice.testkit.http.Request.get;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import dev.sluice.testkit.plugins.Failing;
import dev.sluice.testkit.plugins.Stamp;
import io.vavr.collection.Vector;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;

/** The kit itself: which tests run where, and what fails them. */
class EveryPlaceTest {
  /** True while this class runs one of its inner classes, which are no tests of their own. */
  private static boolean inner;

  static boolean isInner() {
    return inner;
  }

  @UsePlugin(value = Stamp.class, settings = "class")
  @EnabledIf("dev.sluice.testkit.EveryPlaceTest#isInner")
  static class Good {
    @EveryPlace
    void usesThePluginOfTheClass(PluginUnderTest plugin) {
      assertEquals(Vector.of("class"), plugin.send(get("/")).headers().all("x-stamp"));
    }

    @EveryPlace
    @UsePlugin(value = Stamp.class, settings = "method")
    void usesThePluginOfTheMethod(PluginUnderTest plugin) {
      assertEquals(Vector.of("method"), plugin.send(get("/")).headers().all("x-stamp"));
    }

    @Nested
    class Inside {
      @EveryPlace
      void usesThePluginOfTheClassAround(PluginUnderTest plugin) {
        assertEquals(Vector.of("class"), plugin.send(get("/")).headers().all("x-stamp"));
      }
    }
  }

  @EnabledIf("dev.sluice.testkit.EveryPlaceTest#isInner")
  static class WithoutPlugin {
    @EveryPlace
    void whichPlugin(PluginUnderTest plugin) {
      throw new AssertionError("not to be run");
    }
  }

  @UsePlugin(value = Failing.class, settings = "503")
  @EnabledIf("dev.sluice.testkit.EveryPlaceTest#isInner")
  static class LogsAnError {
    @EveryPlace
    void doesNotLookAtTheLog(PluginUnderTest plugin) {
      assertEquals(503, plugin.send(get("/").header("x-fail", "throw")).status());
    }
  }

  @Test
  void runsEachTestInEachPlace() {
    EngineExecutionResults results = run(Good.class);
    List<String> names =
        results.testEvents().succeeded().map(event -> event.getTestDescriptor().getDisplayName()).toList();
    for (Place place : Places.selected()) {
      assertEquals(3, names.stream().filter(place.toString()::equals).count(), () -> place + " in " + names);
    }
    assertEquals(3 * Places.selected().size(), names.size());
    assertEquals(0, results.allEvents().failed().count());
  }

  @Test
  void asksForThePluginWhereThereIsNone() {
    assertTrue(failures(run(WithoutPlugin.class)).head().contains("Put @UsePlugin(YourPlugin.class) on it"));
  }

  @Test
  void anErrorInTheLogThatNobodyExpectsFailsTheClass() {
    Vector<String> failures = failures(run(LogsAnError.class));
    assertTrue(failures.exists(text -> text.contains("step \"throw\"")), failures::toString);
  }

  private static Vector<String> failures(EngineExecutionResults results) {
    return Vector.ofAll(results.allEvents().failed().stream())
        .flatMap(event -> event.getPayload(TestExecutionResult.class)
            .flatMap(TestExecutionResult::getThrowable)
            .stream()
            .flatMap(EveryPlaceTest::withSuppressed)
            .toList())
        .map(Throwable::toString);
  }

  private static Stream<Throwable> withSuppressed(Throwable failure) {
    return Stream.concat(
        Stream.of(failure),
        Stream.concat(
            Stream.ofNullable(failure.getCause()),
            Stream.of(failure.getSuppressed()))
            .flatMap(EveryPlaceTest::withSuppressed));
  }

  private static EngineExecutionResults run(Class<?> testClass) {
    inner = true;
    try {
      return EngineTestKit.engine("junit-jupiter").selectors(selectClass(testClass)).execute();
    } finally {
      inner = false;
    }
  }
}
