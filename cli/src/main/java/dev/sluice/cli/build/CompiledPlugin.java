package dev.sluice.cli.build;

import dev.sluice.cli.project.Example;
import dev.sluice.cli.project.PluginClasses;
import dev.sluice.cli.project.PluginSource;
import dev.sluice.cli.project.Workspace;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A plugin as class files.
 *
 * @param name what its files are called
 * @param className its class, as {@link Class#getName()} says it
 * @param classPath its classes and all that they use
 */
public record CompiledPlugin(String name, String className, Vector<Path> classPath) {

  /** Compiles the plugin where that is this program's task, and finds its class. */
  public static CompiledPlugin of(Workspace workspace, PluginSource source) throws IOException, CompileFailure {
    return switch (source) {
      case PluginSource.OfExample(Example example, Option<String> wanted) -> compile(workspace, example, wanted);
      case PluginSource.OfClassPath(String className, Vector<Path> classPath) ->
        new CompiledPlugin(source.name(), className, classPath.appendAll(workspace.guestPath()));
    };
  }

  private static CompiledPlugin compile(Workspace workspace, Example example, Option<String> wanted)
      throws IOException, CompileFailure {
    Path classes = workspace.cache().resolve("examples").resolve(example.name()).resolve("classes");
    Files.createDirectories(classes.getParent());
    JavaCompilation.compile(example.sourceFiles(), workspace.guestPath(), classes);
    Vector<Path> own = Vector.of(classes, example.folder().resolve("src/main/resources")).filter(Files::isDirectory);
    Vector<String> plugins = PluginClasses.in(classes, workspace.guestPath());
    String className = choose(example, plugins, wanted);
    String name = new PluginSource.OfExample(example, wanted).name();
    return new CompiledPlugin(name, className, own.appendAll(workspace.guestPath()));
  }

  private static String choose(Example example, Vector<String> plugins, Option<String> wanted) throws CompileFailure {
    String simple = wanted.getOrElse(example.mainClassName());
    Option<String> chosen = plugins.find(name -> name.equals(simple) || endsWith(name, simple));
    if (chosen.isEmpty() && wanted.isEmpty() && plugins.size() == 1) {
      chosen = Option.some(plugins.head());
    }
    String has = plugins.isEmpty()
        ? "it has no public class that implements SluicePlugin and has a public constructor without parameters"
        : "it has " + plugins.mkString(", ") + "; name the one you want";
    return chosen.getOrElseThrow(
        () -> new CompileFailure("example " + example.name() + " has no plugin class " + simple + ": " + has));
  }

  private static boolean endsWith(String className, String simpleName) {
    return className.endsWith("." + simpleName) || className.endsWith("$" + simpleName);
  }
}
