package dev.sluice.testkit;

/**
 * Where a test runs a plugin.
 *
 * @param version of Envoy; empty for the other kinds
 */
public record Place(Kind kind, String version) {
  public static final Place JVM = new Place(Kind.JVM, "");
  public static final Place EMBEDDED = new Place(Kind.EMBEDDED, "");

  /** The three ways to run a plugin. */
  public enum Kind {
    /** The plugin's classes as they are, on the model of a proxy: milliseconds, debugger and coverage work. */
    JVM,
    /** The compiled module in Sluice's own host, on the same model. */
    EMBEDDED,
    /** The compiled module in a real Envoy with a real upstream. */
    ENVOY
  }

  /** A real Envoy of this version. */
  public static Place envoy(String version) {
    return new Place(Kind.ENVOY, version);
  }

  public boolean isEnvoy() {
    return kind == Kind.ENVOY;
  }

  /** As it is written in the system property {@code sluice.places}: jvm, embedded, envoy-1.40.0. */
  @Override
  public String toString() {
    return switch (kind) {
      case JVM -> "jvm";
      case EMBEDDED -> "embedded";
      case ENVOY -> "envoy-" + version;
    };
  }
}
