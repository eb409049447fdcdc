package dev.sluice.cli.command;

import dev.sluice.cli.build.CompileFailure;
import dev.sluice.cli.build.CompiledPlugin;
import dev.sluice.cli.project.PluginSource;
import dev.sluice.cli.project.Workspace;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code sluice check}: what is wrong with a plugin, or likely to be. */
@Command(
    name = "check",
    description = "Looks for mistakes in a plugin's steps: steps that never run, headers that nobody sees, variables that"
        + " nothing binds and the like (docs/checks.md). Ends with status 1 where there is an error.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class)
final class CheckCommand implements Callable<Integer> {
  private final Workspace workspace;

  @Mixin private PluginWords plugin;

  @Spec private CommandSpec spec;

  CheckCommand(Workspace workspace) {
    this.workspace = workspace;
  }

  @Override
  public Integer call() throws IOException, CompileFailure, CommandFailure {
    PluginSource source = plugin.source(workspace);
    CheckedPlugin checked = CheckedPlugin.of(
        CompiledPlugin.of(workspace, source), plugin.rootId(), plugin.settings(source));
    PrintWriter out = spec.commandLine().getOut();
    checked.lines(true).forEach(out::println);
    if (checked.findings().isEmpty()) {
      out.println("nothing found");
    }
    out.flush();
    return checked.hasErrors() ? 1 : 0;
  }
}
