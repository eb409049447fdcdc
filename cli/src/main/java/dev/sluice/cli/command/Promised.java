package dev.sluice.cli.command;

import dev.sluice.bridge.deploy.ProxyPromises;
import dev.sluice.cli.build.CompiledPlugin;
import dev.sluice.dsl.SluicePlugin;
import java.io.IOException;

/**
 * A plugin's settings as its proxy hands them over.
 *
 * @param settings with what the proxy promises in them, where the pipeline needs a promise
 * @param headersStop whether the proxy has to let bodies come while headers are held
 */
record Promised(String settings, boolean headersStop) {
  static Promised of(CompiledPlugin compiled, String rootId, String settings) throws IOException, CommandFailure {
    boolean needed = LoadedPlugin.isPipeline(compiled)
        && LoadedPlugin.use(compiled, rootId, "configured", plugin -> needsHeadersStop(compiled, plugin, settings));
    return new Promised(needed ? ProxyPromises.withHeadersStop(settings) : settings, needed);
  }

  private static boolean needsHeadersStop(
      CompiledPlugin compiled, SluicePlugin plugin, String settings) throws CommandFailure {
    try {
      return ProxyPromises.needsHeadersStop(plugin, settings.isEmpty() ? plugin.sampleSettings().text() : settings);
    } catch (RuntimeException e) {
      throw new CommandFailure("define of " + compiled.className() + " fails with "
          + (settings.isEmpty() ? "its sample settings: " : "these settings: ") + e, e);
    }
  }
}
