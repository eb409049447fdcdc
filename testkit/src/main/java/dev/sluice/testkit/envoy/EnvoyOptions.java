package dev.sluice.testkit.envoy;

import io.vavr.collection.Vector;
import java.nio.file.Path;
import java.time.Duration;

/**
 * How an Envoy is run.
 *
 * @param folder where its configuration and log are kept; each process gets a folder of its own in it
 * @param concurrency worker threads, at least 1; each has its own copy of a plugin's VM
 * @param pluginLogLevel of what plugins may log: trace, debug, info, warning, error, critical or off; with trace
 *     Envoy also logs each callback and each hostcall, which is slow under load
 * @param watchListeners true where {@link EnvoyProcess#update} is wanted
 * @param readyTimeout how long the start may take
 * @param extra more command-line arguments
 */
public record EnvoyOptions(
    Path folder,
    int concurrency,
    String pluginLogLevel,
    boolean watchListeners,
    Duration readyTimeout,
    Vector<String> extra) {

  /** One worker, plugins log from info upwards, folder {@code target/envoy}, and up to a minute to start. */
  public static EnvoyOptions standard() {
    return new EnvoyOptions(
        Path.of("target", "envoy"), 1, "info", false, Duration.ofMinutes(1), Vector.empty());
  }

  public EnvoyOptions withFolder(Path newFolder) {
    return new EnvoyOptions(newFolder, concurrency, pluginLogLevel, watchListeners, readyTimeout, extra);
  }

  public EnvoyOptions withConcurrency(int workers) {
    return new EnvoyOptions(folder, workers, pluginLogLevel, watchListeners, readyTimeout, extra);
  }

  public EnvoyOptions withPluginLogLevel(String level) {
    return new EnvoyOptions(folder, concurrency, level, watchListeners, readyTimeout, extra);
  }

  public EnvoyOptions withWatchedListeners() {
    return new EnvoyOptions(folder, concurrency, pluginLogLevel, true, readyTimeout, extra);
  }

  public EnvoyOptions withReadyTimeout(Duration timeout) {
    return new EnvoyOptions(folder, concurrency, pluginLogLevel, watchListeners, timeout, extra);
  }

  public EnvoyOptions withArguments(String... arguments) {
    return new EnvoyOptions(
        folder, concurrency, pluginLogLevel, watchListeners, readyTimeout, extra.appendAll(Vector.of(arguments)));
  }
}
