package dev.sluice.cli.command;

import dev.sluice.cli.fresh.NewExample;
import dev.sluice.cli.project.Names;
import dev.sluice.cli.project.Workspace;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.FileAlreadyExistsException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code sluice new}: a plugin of one's own to begin with. */
@Command(
    name = "new",
    description = "Makes examples/NAME: a small plugin of your own that works, with its test and README.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class)
final class NewCommand implements Callable<Integer> {
  private final Workspace workspace;

  @Parameters(paramLabel = "NAME",
      description = "Small letters, digits and hyphens, as in rate-limit.") private String name;

  @Spec private CommandSpec spec;

  NewCommand(Workspace workspace) {
    this.workspace = workspace;
  }

  @Override
  public Integer call() throws IOException {
    Names.problemWith(name).forEach(problem -> {
      throw new ParameterException(spec.commandLine(), "NAME: " + problem + ".");
    });
    PrintWriter out = spec.commandLine().getOut();
    try {
      NewExample.create(workspace, name).forEach(file -> out.println("wrote " + Workspace.shown(file)));
    } catch (FileAlreadyExistsException e) {
      throw new ParameterException(
          spec.commandLine(), "NAME: " + Workspace.shown(workspace.examples().resolve(name)) + " exists already.", e);
    }
    out.println();
    out.println("Run it:   ./sluice run " + name + " --watch");
    out.println("Test it:  ./sluice test " + name);
    return 0;
  }
}
