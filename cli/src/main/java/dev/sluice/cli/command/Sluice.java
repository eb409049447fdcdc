package dev.sluice.cli.command;

import dev.sluice.cli.project.Workspace;
import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command line as a whole: what its commands are, and how it speaks when something is wrong. */
@Command(
    name = "sluice",
    synopsisSubcommandLabel = "COMMAND",
    description = "Proxy-Wasm plugins written in Java: build them, run them, look into them.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    footer = {"", "Begin with:  ./sluice run require-user", "Each command has its own --help."})
public final class Sluice implements Runnable {
  @Spec private CommandSpec spec;

  private Sluice() {}

  /**
   * The command line over this workspace. Exit statuses: 0 done, 1 failed (the message says at what), 2 the words on
   * the command line are wrong.
   */
  public static CommandLine commandLine(Workspace workspace, PrintWriter out, PrintWriter err) {
    return new CommandLine(new Sluice())
        .addSubcommand(new RunCommand(workspace))
        .addSubcommand(new BuildCommand(workspace))
        .addSubcommand(new BuildAllCommand(workspace))
        .addSubcommand(new ExplainCommand(workspace))
        .addSubcommand(new CheckCommand(workspace))
        .addSubcommand(new ValidateCommand(workspace))
        .addSubcommand(new NewCommand(workspace))
        .addSubcommand(new TestCommand(workspace))
        .setOut(out)
        .setErr(err)
        .setExpandAtFiles(false)
        .setUsageHelpAutoWidth(true)
        .setParameterExceptionHandler(Failures::wrongWords)
        .setExecutionExceptionHandler(Failures::failed);
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "A command is missing.");
  }
}
