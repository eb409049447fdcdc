package dev.sluice.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vavr.collection.Vector;
import io.vavr.control.Option;
import org.junit.jupiter.api.Test;

class PlacesTest {
  private static final Vector<String> ENVOYS = Vector.of("1.36.2", "1.40.0");

  @Test
  void allUnlessToldOtherwise() {
    Vector<Place> all = Vector.of(Place.JVM, Place.EMBEDDED, Place.envoy("1.36.2"), Place.envoy("1.40.0"));
    assertEquals(all, Places.select(Option.none(), ENVOYS, false));
    assertEquals(all, Places.select(Option.some(" "), ENVOYS, true));
    assertEquals(all, Places.select(Option.some("envoy,JVM, embedded"), ENVOYS, true));
  }

  @Test
  void someWhereTheyAreNamed() {
    assertEquals(Vector.of(Place.JVM), Places.select(Option.some("jvm"), ENVOYS, false));
    assertEquals(
        Vector.of(Place.EMBEDDED, Place.envoy("1.40.0")),
        Places.select(Option.some("envoy-1.40.0,embedded"), ENVOYS, false));
  }

  @Test
  void aWrongNameIsRefusedWithTheRightOnes() {
    var wrong =
        assertThrows(
            IllegalArgumentException.class, () -> Places.select(Option.some("jvm,envoi"), ENVOYS, false));
    assertEquals(
        "sluice.places names 'envoi'; the places are jvm, embedded, envoy-1.36.2, envoy-1.40.0 and envoy",
        wrong.getMessage());
  }

  @Test
  void aBuildServerLeavesOutNoEnvoy() {
    var left =
        assertThrows(
            IllegalStateException.class, () -> Places.select(Option.some("jvm,envoy-1.36.2"), ENVOYS, true));
    assertTrue(left.getMessage().contains("leaves out an Envoy"), left.getMessage());
    assertEquals(2, Places.select(Option.some("envoy"), ENVOYS, true).size());
  }
}
