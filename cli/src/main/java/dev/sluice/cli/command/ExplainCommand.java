package dev.sluice.cli.command;

import dev.sluice.bridge.Manifest;
import dev.sluice.bridge.cache.BuildCache;
import dev.sluice.cli.build.CompileFailure;
import dev.sluice.cli.build.CompiledPlugin;
import dev.sluice.cli.build.ModuleBuild;
import dev.sluice.cli.project.PluginSource;
import dev.sluice.cli.project.Workspace;
import dev.sluice.dsl.Settings;
import dev.sluice.dsl.SluicePlugin;
import dev.sluice.explain.Explanation;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code sluice explain}: what a plugin does and costs, without running it on traffic. */
@Command(
    name = "explain",
    description = "Shows a plugin's steps, the callbacks its module exports and the hostcalls on each way through.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class)
final class ExplainCommand implements Callable<Integer> {
  private final Workspace workspace;

  @Mixin private PluginWords plugin;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "text, json or mermaid (a flowchart of the steps). Only text tells of the built module as well."
          + " Default: ${DEFAULT-VALUE}",
      defaultValue = "text") private Format format;

  @Spec private CommandSpec spec;

  /** How it is written. */
  private enum Format {
    text, json, mermaid
  }

  ExplainCommand(Workspace workspace) {
    this.workspace = workspace;
  }

  @Override
  public Integer call() throws IOException, CompileFailure, CommandFailure {
    PluginSource source = plugin.source(workspace);
    CompiledPlugin compiled = CompiledPlugin.of(workspace, source);
    PrintWriter out = spec.commandLine().getOut();
    out.print(explain(source, compiled));
    out.flush();
    if (format != Format.text) {
      return 0;
    }
    out.println();
    out.println(module(ModuleBuild.of(workspace, compiled, false, BuildCache.in(workspace.kept())).manifest()));
    return 0;
  }

  private String explain(PluginSource source, CompiledPlugin compiled) throws IOException, CommandFailure {
    String settings = plugin.settings(source);
    return LoadedPlugin.use(compiled, plugin.rootId(), "explained", made -> explain(made, settings));
  }

  private String explain(SluicePlugin made, String settings) throws CommandFailure {
    try {
      Explanation explanation =
          settings.isEmpty() ? Explanation.of(made) : Explanation.of(made, Settings.of(settings));
      return switch (format) {
        case text -> explanation.text();
        case json -> explanation.json();
        case mermaid -> explanation.mermaid();
      };
    } catch (RuntimeException e) {
      String which = settings.isEmpty() ? "its sample settings" : "these settings";
      throw new CommandFailure("define of " + made.getClass().getName() + " fails with " + which + ": " + e, e);
    }
  }

  private static String module(Manifest manifest) {
    return "module: " + manifest.size() + " bytes\n"
        + "  exports: " + String.join(", ", manifest.callbacks()) + "\n"
        + "  may call: " + String.join(", ", manifest.hostcalls())
        + (manifest.wasi().isEmpty() ? "" : "; of WASI: " + String.join(", ", manifest.wasi()));
  }
}
