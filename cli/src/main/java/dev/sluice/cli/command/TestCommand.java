package dev.sluice.cli.command;

import dev.sluice.cli.project.Example;
import dev.sluice.cli.project.Examples;
import dev.sluice.cli.project.Names;
import dev.sluice.cli.project.Workspace;
import dev.sluice.cli.verify.EnvoyTests;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.io.IOException;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code sluice test}: hands over to Maven and sums up what ran in Envoy. */
@Command(
    name = "test",
    description = "Runs the tests: all of them, or those of one example.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class)
final class TestCommand implements Callable<Integer> {
  private final Workspace workspace;

  @Parameters(paramLabel = "NAME", arity = "0..1", description = "Tests only this example.") private String name;

  @Spec private CommandSpec spec;

  TestCommand(Workspace workspace) {
    this.workspace = workspace;
  }

  @Override
  public Integer call() throws IOException, InterruptedException, CommandFailure {
    // File systems may keep times in whole seconds.
    FileTime start = FileTime.from(Instant.now().minusSeconds(1));
    int status = maven(name == null ? Vector.of("verify") : testsOf(example()));
    EnvoyTests envoy = EnvoyTests.read(workspace.root(), start);
    spec.commandLine().getOut().println(envoy.summary());
    if (status == 0 && name == null && envoy.byVersion().isEmpty() && "true".equals(System.getenv("CI"))) {
      throw new CommandFailure("No test ran in Envoy. On a build server that is a failure: these tests are the proof"
          + " that modules work in the real proxy.");
    }
    return status == 0 ? 0 : 1;
  }

  private Example example() throws IOException {
    Option<Example> example = Examples.named(workspace, name);
    return example
        .getOrElseThrow(() -> new ParameterException(spec.commandLine(), "There is no example '" + name + "'."));
  }

  private static Vector<String> testsOf(Example example) {
    return Vector.of("test", "-pl", "examples", "-am",
        "-Dtest=dev/sluice/examples/" + Names.packageName(example.name()) + "/**");
  }

  private int maven(Vector<String> words) throws InterruptedException, CommandFailure {
    ProcessBuilder maven = new ProcessBuilder(words.prepend("--batch-mode").prepend("mvn").asJava());
    try {
      return maven.directory(workspace.root().toFile()).inheritIO().start().waitFor();
    } catch (IOException e) {
      throw new CommandFailure("Maven could not be started (" + e.getMessage() + "): install Maven 3.8 or newer"
          + " (e.g. Debian: apt install maven).", e);
    }
  }
}
