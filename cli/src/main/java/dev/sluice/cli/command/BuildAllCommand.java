package dev.sluice.cli.command;

import dev.sluice.cli.project.Example;
import dev.sluice.cli.project.Examples;
import dev.sluice.cli.project.Workspace;
import io.vavr.collection.Vector;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code sluice build-all}: what {@code build} makes, of every example. */
@Command(
    name = "build-all",
    description = "Builds every example as build does, several at a time, each into a folder of its own. Prints the path"
        + " of each .wasm; where one cannot be built the others are, and the status is 1.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class)
final class BuildAllCommand implements Callable<Integer> {
  /** Each one takes some hundred megabytes. */
  private static final int MOST_AT_A_TIME = 4;

  private final Workspace workspace;

  @Mixin private CacheWords cache;

  @Option(names = {"-o", "--output"}, paramLabel = "DIR",
      description = "The folder of their folders. Default: target/plugins in the project.") private Path output;

  @Spec private CommandSpec spec;

  BuildAllCommand(Workspace workspace) {
    this.workspace = workspace;
  }

  private record Said(int status, String out, String err) {}

  @Override
  public Integer call() throws IOException, InterruptedException {
    Vector<Example> examples = Examples.all(workspace);
    PrintWriter out = spec.commandLine().getOut();
    PrintWriter err = spec.commandLine().getErr();
    int failed = 0;
    int atATime = Math.min(Runtime.getRuntime().availableProcessors(), MOST_AT_A_TIME);
    try (ExecutorService builders = Executors.newFixedThreadPool(atATime)) {
      Vector<Future<Said>> builds = examples.map(example -> builders.submit(() -> build(example)));
      for (int i = 0; i < builds.size(); i++) {
        String name = examples.get(i).name();
        Said said = result(builds.get(i));
        said.err().lines().forEach(line -> err.println(name + ": " + line));
        if (said.status() == 0) {
          said.out().lines().reduce((first, second) -> second).ifPresent(out::println);
        } else {
          failed++;
        }
        out.flush();
        err.flush();
      }
    }
    out.println("built " + (examples.size() - failed) + " of " + examples.size() + " examples");
    out.flush();
    return failed == 0 ? 0 : 1;
  }

  private Said build(Example example) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    Path folder = (output == null ? workspace.plugins() : output).resolve(example.name());
    Vector<String> words = Vector.of("build", example.name(), "--output", folder.toString()).appendAll(cache.words());
    int status = Sluice.commandLine(workspace, new PrintWriter(out), new PrintWriter(err))
        .execute(words.toJavaArray(String[]::new));
    return new Said(status, out.toString(), err.toString());
  }

  private static Said result(Future<Said> build) throws InterruptedException {
    try {
      return build.get();
    } catch (ExecutionException e) {
      return new Said(1, "", e.getCause().toString());
    }
  }
}
