package dev.sluice.cli.command;

import dev.sluice.abi.Bytes;
import dev.sluice.cli.build.CompileFailure;
import dev.sluice.cli.build.CompiledPlugin;
import dev.sluice.cli.project.PluginSource;
import dev.sluice.cli.project.Workspace;
import dev.sluice.dsl.SettingsError;
import dev.sluice.explain.ConfigurationCheck;
import dev.sluice.plan.LogLine;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code sluice validate}: would the proxy accept these settings? */
@Command(
    name = "validate",
    description = "Checks settings with the plugin's own code, as the proxy would when it is configured. Prints every"
        + " error with its place (a JSON Pointer) and ends with status 1, or prints \"valid\".",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class)
final class ValidateCommand implements Callable<Integer> {
  private final Workspace workspace;

  @Mixin private PluginWords plugin;

  @Spec private CommandSpec spec;

  ValidateCommand(Workspace workspace) {
    this.workspace = workspace;
  }

  @Override
  public Integer call() throws IOException, CompileFailure, CommandFailure {
    PluginSource source = plugin.source(workspace);
    Bytes configuration = plugin.configuration(source);
    CompiledPlugin compiled = CompiledPlugin.of(workspace, source);
    ConfigurationCheck check =
        LoadedPlugin.use(compiled, plugin.rootId(), "validated", made -> ConfigurationCheck.of(made, configuration));
    PrintWriter out = spec.commandLine().getOut();
    PrintWriter err = spec.commandLine().getErr();
    check.warnings().forEach(warning -> out.println("warning: " + line(warning)));
    check.errors().forEach(error -> err.println(line(error)));
    if (check.errors().isEmpty()) {
      out.println("valid");
    }
    out.flush();
    err.flush();
    return check.errors().isEmpty() ? 0 : 1;
  }

  private static String line(SettingsError error) {
    return LogLine.of(Bytes.utf8(error.describe())).utf8();
  }
}
