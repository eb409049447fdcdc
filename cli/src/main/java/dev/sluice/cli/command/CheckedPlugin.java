package dev.sluice.cli.command;

import dev.sluice.abi.Bytes;
import dev.sluice.check.Finding;
import dev.sluice.check.PluginCheck;
import dev.sluice.check.Severity;
import dev.sluice.cli.build.CompiledPlugin;
import dev.sluice.dsl.Settings;
import dev.sluice.plan.LogLine;
import io.vavr.collection.List;
import java.io.IOException;

/** What is found in a plugin's steps. */
record CheckedPlugin(List<Finding> findings) {
  static CheckedPlugin of(CompiledPlugin compiled, String rootId, String settings)
      throws IOException, CommandFailure {
    return LoadedPlugin.use(compiled, rootId, "checked", plugin -> {
      try {
        return new CheckedPlugin(
            settings.isEmpty() ? PluginCheck.of(plugin) : PluginCheck.of(plugin, Settings.of(settings)));
      } catch (RuntimeException e) {
        throw new CommandFailure("define of " + compiled.className() + " fails with "
            + (settings.isEmpty() ? "its sample settings: " : "these settings: ") + e, e);
      }
    });
  }

  boolean hasErrors() {
    return findings.exists(finding -> finding.severity() == Severity.ERROR);
  }

  /** One line for each finding, without those notes that are no reason to act. */
  List<String> lines(boolean withNotes) {
    return findings.filter(finding -> withNotes || finding.severity() != Severity.NOTE)
        .map(finding -> LogLine.of(Bytes.utf8(finding.text())).utf8());
  }
}
