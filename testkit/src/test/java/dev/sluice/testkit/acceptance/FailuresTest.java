package dev.sluice.testkit.acceptance;

import static dev.sluice.testkit.http.Request.get;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.abi.LogLevel;
import dev.sluice.testkit.EveryPlace;
import dev.sluice.testkit.Exchange;
import dev.sluice.testkit.LogEntry;
import dev.sluice.testkit.PluginUnderTest;
import dev.sluice.testkit.UsePlugin;
import dev.sluice.testkit.plugins.Failing;
import io.vavr.collection.LinkedHashMap;
import io.vavr.collection.Map;
import io.vavr.collection.Vector;

/** Code that fails is answered by the plugin's policy and named in the log, alike in every place. */
@UsePlugin(value = Failing.class, settings = "503", logsErrors = true)
class FailuresTest {
  /** What fails, and the exception that Java promises for it. */
  private static final Map<String, String> CAUSES =
      LinkedHashMap.of(
          "throw", "java.lang.IllegalStateException: on purpose: 7",
          "null", "java.lang.NullPointerException",
          "negative-size", "java.lang.NegativeArraySizeException",
          "index", "java.lang.ArrayIndexOutOfBoundsException",
          "cast", "java.lang.ClassCastException",
          "divide", "java.lang.ArithmeticException: / by zero",
          "remainder", "java.lang.ArithmeticException: / by zero",
          "recursion", "java.lang.StackOverflowError");

  @EveryPlace
  void theDeclaredStatusIsAnsweredAndTheNextRequestWorks(PluginUnderTest plugin) {
    CAUSES.forEach((how, cause) -> assertRefused(plugin, how, cause, 503));
  }

  @EveryPlace
  @UsePlugin(value = Failing.class, settings = "418", logsErrors = true)
  void anotherStatusIsAnsweredWhereThePluginSaysSo(PluginUnderTest plugin) {
    CAUSES.forEach((how, cause) -> assertRefused(plugin, how, cause, 418));
  }

  private static void assertRefused(PluginUnderTest plugin, String how, String cause, int status) {
    Exchange failed = plugin.send(get("/").header("x-fail", how));
    assertEquals(status, failed.status(), how);
    assertTrue(failed.upstreamSaw().isEmpty(), how);
    assertNamed(failed, how, ", answered " + status, cause);
    assertWorks(plugin);
  }

  @EveryPlace
  @UsePlugin(value = Failing.class, settings = "open", logsErrors = true)
  void anOpenPluginLetsTheRequestThrough(PluginUnderTest plugin) {
    CAUSES.forEach(
        (how, cause) -> {
          Exchange failed = plugin.send(get("/").header("x-fail", how));
          assertEquals(200, failed.status(), how);
          assertEquals(how, failed.upstreamSaw().get().headers().first("x-fail").get());
          assertNamed(failed, how, ", let through", cause);
          assertWorks(plugin);
        });
  }

  /** One line: plugin, step, what came of it, cause. The text of some exceptions differs from VM to VM. */
  private static void assertNamed(Exchange failed, String how, String outcome, String cause) {
    assertEquals(1, failed.logs().size(), () -> how + ": " + failed.logs());
    LogEntry line = failed.logs().head();
    assertEquals(LogLevel.ERROR, line.level());
    String text = line.text();
    assertTrue(text.startsWith("plugin failing: failed at "), text);
    assertTrue(text.contains("step \"" + how + "\"" + outcome + ": " + cause), text);
  }

  private static void assertWorks(PluginUnderTest plugin) {
    Exchange next = plugin.send(get("/next"));
    assertEquals(200, next.status());
    assertEquals(Vector.empty(), next.logs());
  }

  @EveryPlace
  void theSmallestNumberByMinusOneIsNoFailure(PluginUnderTest plugin) {
    Exchange exchange = plugin.send(get("/").header("x-fail", "min-value"));
    assertEquals(200, exchange.status(), () -> exchange.logs().toString());
    assertEquals("-2147483648 0 -9223372036854775808 0", exchange.text());
  }
}
