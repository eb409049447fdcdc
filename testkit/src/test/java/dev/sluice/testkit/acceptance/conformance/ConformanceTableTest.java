package dev.sluice.testkit.acceptance.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.testkit.EveryPlace;
import dev.sluice.testkit.Place;
import io.vavr.collection.HashMap;
import io.vavr.collection.Map;
import io.vavr.collection.Vector;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.platform.commons.support.ReflectionSupport;

/**
 * The table of {@code docs/conformance.md}: which test covers which function of the ABI where. Each test checks by itself
 * that what it covers was called ({@link CoverageCheck}). Written anew with {@code -Dsluice.conformance=write}.
 */
class ConformanceTableTest {
  private static final Path FILE = Path.of("..", "docs", "conformance.md");
  private static final Vector<Place.Kind> PLACES = Vector.of(Place.Kind.values());

  private final Map<String, Method> tests = tests();

  @Test
  void everyFunctionIsCoveredWhereThereIsOne() {
    Vector<String> open = all().filter(name -> cells(name).contains(""));
    assertTrue(open.isEmpty(), () -> "no test covers " + open.mkString(", "));
    Vector<String> unknown = tests.keySet().toVector().removeAll(all());
    assertTrue(unknown.isEmpty(), () -> "not in the ABI: " + unknown.mkString(", "));
  }

  @Test
  void theTableInTheDocsIsUpToDate() throws IOException {
    if ("write".equals(System.getProperty("sluice.conformance"))) {
      Files.writeString(FILE, table());
    }
    assertEquals(table(), Files.exists(FILE) ? Files.readString(FILE) : "",
        "docs/conformance.md is stale: run this test with -Dsluice.conformance=write");
  }

  private static Vector<String> all() {
    return AbiFunctions.callbacks().appendAll(AbiFunctions.hostcalls()).appendAll(AbiFunctions.wasi());
  }

  /** The test of each function: one of all places before others, then the first in the alphabet. */
  private static Map<String, Method> tests() {
    Vector<Method> methods =
        Vector.ofAll(
            ReflectionSupport.findAllClassesInPackage(
                ConformanceTableTest.class.getPackageName(), type -> true, name -> true))
            .flatMap(type -> Vector.of(type.getDeclaredMethods()))
            .filter(method -> method.isAnnotationPresent(Covers.class))
            .sortBy(method -> (9 - method.getAnnotation(EveryPlace.class).in().length) + name(method));
    assertTrue(methods.forAll(method -> method.isAnnotationPresent(EveryPlace.class)), "they run in every place");
    Map<String, Method> tests = HashMap.empty();
    for (Method method : methods) {
      for (String function : method.getAnnotation(Covers.class).value()) {
        tests = tests.containsKey(function) ? tests : tests.put(function, method);
      }
    }
    return tests;
  }

  private static String name(Method method) {
    return method.getDeclaringClass().getSimpleName() + "." + method.getName();
  }

  /** What stands in the columns of the places: a test, why there is none, or nothing. */
  private Vector<String> cells(String function) {
    return PLACES.map(
        place -> AbiFunctions.lacking(function, place)
            .map(reason -> "lacks it: " + reason)
            .getOrElse(() -> tests.get(function).map(test -> cell(test, place)).getOrElse("")));
  }

  private static String cell(Method test, Place.Kind place) {
    boolean there = Vector.of(test.getAnnotation(EveryPlace.class).in()).contains(place);
    return there ? "`" + name(test) + "`" : "not in the model yet";
  }

  private String table() {
    return "# Conformance\n\n"
        + "Each function of Proxy-Wasm 0.2.1 with the test that covers it in each place. The tests are in\n"
        + "`testkit/src/test/java/" + ConformanceTableTest.class.getPackageName().replace('.', '/') + "`; they run\n"
        + "with all others, and fail in a place where the function was not really called. This page is generated:\n\n"
        + "    mvn verify -pl testkit -am -Dtest=ConformanceTableTest -Dsluice.conformance=write \\\n"
        + "        -Dsurefire.failIfNoSpecifiedTests=false\n\n"
        + section("Callbacks", AbiFunctions.callbacks())
        + section("Hostcalls", AbiFunctions.hostcalls())
        + section("WASI", AbiFunctions.wasi()).stripTrailing() + "\n";
  }

  private String section(String title, Vector<String> functions) {
    return "## " + title + "\n\n| function | JVM | embedded | Envoy |\n|---|---|---|---|\n"
        + functions.map(name -> "| `" + name + "` | " + cells(name).mkString(" | ") + " |\n").mkString() + "\n";
  }
}
