package dev.sluice.examples.deliberatefailures;

import static dev.sluice.testkit.http.Request.get;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.testkit.EveryPlace;
import dev.sluice.testkit.Exchange;
import dev.sluice.testkit.PluginUnderTest;
import dev.sluice.testkit.UsePlugin;
import io.vavr.collection.LinkedHashMap;
import io.vavr.collection.Map;
import io.vavr.collection.Vector;

@UsePlugin(value = DeliberateFailures.class, logsErrors = true)
class DeliberateFailuresTest {
  private static final Map<String, String> CAUSES = LinkedHashMap.of(
      "throw", "java.lang.IllegalStateException: on purpose",
      "null", "java.lang.NullPointerException",
      "index", "java.lang.ArrayIndexOutOfBoundsException",
      "cast", "java.lang.ClassCastException",
      "divide", "java.lang.ArithmeticException",
      "remainder", "java.lang.ArithmeticException",
      "recurse", "java.lang.StackOverflowError");

  @EveryPlace
  void eachFailureIsAnsweredByThePolicyAndTheNextRequestWorks(PluginUnderTest plugin) {
    CAUSES.forEach((step, cause) -> {
      Exchange failed = plugin.send(get("/" + step));
      assertEquals(500, failed.status(), step);
      assertTrue(failed.upstreamSaw().isEmpty(), step);
      assertEquals(1, failed.logs().size(), failed.logs()::toString);
      String line = failed.logs().head().text();
      assertTrue(line.startsWith("plugin deliberate-failures: "), line);
      assertTrue(line.contains("step \"" + step + "\"") && line.contains(cause), line);

      Exchange next = plugin.send(get("/"));
      assertEquals(200, next.status(), step);
      assertEquals(Vector.empty(), next.logs(), step);
    });
  }

  @EveryPlace
  void theSmallestNumberByMinusOneIsNoFailure(PluginUnderTest plugin) {
    Exchange exchange = plugin.send(get("/smallest"));
    assertEquals(200, exchange.status());
    assertEquals(Vector.of("-2147483648"), exchange.upstreamSaw().get().headers().all("x-got"));
  }
}
