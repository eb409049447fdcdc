package dev.sluice.testkit.envoy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Envoy's command line. */
final class EnvoyCommand {
  private EnvoyCommand() {}

  static List<String> line(EnvoyBinary binary, EnvoyOptions options, Path folder) {
    List<String> line =
        new ArrayList<>(
            List.of(
                binary.file().toString(),
                "--config-path", folder.resolve("envoy.yaml").toString(),
                "--admin-address-path", folder.resolve("admin-address").toString(),
                // Many Envoys of many test runs side by side share nothing.
                "--use-dynamic-base-id",
                "--disable-hot-restart",
                "--concurrency", Integer.toString(options.concurrency()),
                "--log-format", EnvoyLog.FORMAT,
                "--log-format-escaped",
                "--log-level", "info",
                "--component-log-level", "wasm:" + options.pluginLogLevel(),
                // After an update each response on a connection of the old listener says "connection: close".
                "--drain-strategy", "immediate"));
    line.addAll(options.extra().asJava());
    return line;
  }
}
