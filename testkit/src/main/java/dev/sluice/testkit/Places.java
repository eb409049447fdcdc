package dev.sluice.testkit;

import dev.sluice.testkit.envoy.EnvoyBinary;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.Locale;

/**
 * The places in which this run tests. All of them, unless the system property {@code sluice.places} or the environment
 * variable {@code SLUICE_PLACES} names some: {@code jvm}, {@code embedded}, {@code envoy} (all versions) or
 * {@code envoy-1.40.0}, separated by commas. On a build server ({@code CI=true}) leaving out Envoy is refused.
 */
public final class Places {
  private static final String ENVOY = "envoy";

  private Places() {}

  /** The places of this run, in the order JVM, embedded, Envoy. */
  public static Vector<Place> selected() {
    String property = System.getProperty("sluice.places");
    String wish = property != null ? property : System.getenv("SLUICE_PLACES");
    return select(Option.of(wish), EnvoyBinary.versions(), "true".equals(System.getenv("CI")));
  }

  static Vector<Place> select(Option<String> wish, Vector<String> envoyVersions, boolean buildServer) {
    Vector<Place> all = Vector.of(Place.JVM, Place.EMBEDDED).appendAll(envoyVersions.map(Place::envoy));
    if (wish.forAll(String::isBlank)) {
      return all;
    }
    Vector<Place> wished = Vector.of(wish.get().split(",", -1)).flatMap(word -> named(word.strip(), all));
    Vector<Place> chosen = all.filter(wished::contains);
    if (buildServer && !all.filter(Place::isEnvoy).forAll(chosen::contains)) {
      throw new IllegalStateException(
          "CI=true, but sluice.places=" + wish.get() + " leaves out an Envoy: a build server tests everywhere");
    }
    return chosen;
  }

  private static Vector<Place> named(String word, Vector<Place> all) {
    String name = word.toLowerCase(Locale.ROOT);
    Vector<Place> named = all.filter(place -> place.toString().equals(name) || place.isEnvoy() && name.equals(ENVOY));
    if (named.isEmpty()) {
      throw new IllegalArgumentException(
          "sluice.places names '" + word + "'; the places are " + all.mkString(", ") + " and " + ENVOY);
    }
    return named;
  }
}
