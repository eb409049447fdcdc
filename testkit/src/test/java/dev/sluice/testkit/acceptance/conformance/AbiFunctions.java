package dev.sluice.testkit.acceptance.conformance;

import dev.sluice.abi.Callback;
import dev.sluice.bridge.PluginCompiler;
import dev.sluice.testkit.Place;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The functions that the conformance suite is about, and why a place lacks some. */
final class AbiFunctions {
  private static final String TABLE = "verify/proxy-wasm-0.2.1.txt";
  private static final String HOSTCALL = "env.";

  private AbiFunctions() {}

  /** All callbacks of the ABI. */
  static Vector<String> callbacks() {
    return Vector.of(Callback.values()).map(Callback::exportName);
  }

  /** All functions of the ABI that hosts have, from the table that modules are verified with. */
  static Vector<String> hostcalls() {
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(PluginCompiler.class.getResourceAsStream(TABLE), StandardCharsets.UTF_8))) {
      return Vector.ofAll(lines.lines())
          .filter(line -> line.startsWith(HOSTCALL))
          .map(line -> line.substring(HOSTCALL.length(), line.indexOf(' ')));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What Sluice's modules use of WASI. */
  static Vector<String> wasi() {
    return Vector.of("clock_time_get", "random_get");
  }

  /** Why a place never makes or has this call; none where it does. */
  static Option<String> lacking(String function, Place.Kind place) {
    return switch (function) {
      case "clock_time_get", "random_get" ->
        Option.when(place == Place.Kind.JVM, "Java's own clock and randomness");
      case "proxy_validate_configuration" ->
        Option.some("proxy-wasm-cpp-host looks the export up (wasm.h) and calls it nowhere");
      case "proxy_on_foreign_function" ->
        Option.some("`ContextBase::onForeignFunction` is for code added to a host; no request leads to it");
      default -> Option.none();
    };
  }
}
