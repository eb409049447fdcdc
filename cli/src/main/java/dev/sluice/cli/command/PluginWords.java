package dev.sluice.cli.command;

import dev.sluice.abi.Bytes;
import dev.sluice.cli.build.CompileFailure;
import dev.sluice.cli.build.CompiledPlugin;
import dev.sluice.cli.project.Example;
import dev.sluice.cli.project.PluginSource;
import dev.sluice.cli.project.PluginSources;
import dev.sluice.cli.project.Workspace;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The words that say which plugin, with which settings; the same for every command that takes a plugin. */
final class PluginWords {
  @Parameters(
      paramLabel = "NAME|CLASS",
      description = "An example, by its folder below examples/, or a plugin class, by its simple or full name.") private String word;

  @picocli.CommandLine.Option(
      names = "--class-path",
      paramLabel = "PATH",
      description = "Where the class of a project of your own lies with its libraries, as for java -cp.") private String classPath;

  @picocli.CommandLine.Option(
      names = "--config",
      paramLabel = "TEXT|@FILE",
      description = "The plugin's settings, as they are or in a file. Without it: the example's config.json, if there"
          + " is one.") private String config;

  @picocli.CommandLine.Option(
      names = "--root-id",
      paramLabel = "ID",
      description = "Which plugin is meant, of a module that holds several.") private String rootId;

  @Spec(Spec.Target.MIXEE) private CommandSpec spec;

  /** The plugin meant; wrong words where none is. */
  PluginSource source(Workspace workspace) throws IOException {
    Vector<Path> path = classPath == null ? Vector.empty() : Workspace.classPath(classPath);
    path.find(entry -> !Files.exists(entry)).forEach(entry -> {
      throw wrong("--class-path: there is no " + Workspace.shown(entry) + ".");
    });
    return PluginSources.find(workspace, word, path).getOrElseThrow(this::wrong);
  }

  /** The plugin meant, compiled. */
  CompiledPlugin compile(Workspace workspace) throws IOException, CompileFailure {
    return CompiledPlugin.of(workspace, source(workspace));
  }

  /** The settings for this plugin; empty where there are none. */
  String settings(PluginSource source) throws IOException {
    return settingsFile(source).isEmpty() ? Option.of(config).getOrElse("") : read(settingsFile(source).get());
  }

  /** The same byte for byte. */
  Bytes configuration(PluginSource source) throws IOException {
    Option<Path> file = settingsFile(source);
    return file.isEmpty() ? Bytes.utf8(settings(source)) : Bytes.wrap(Files.readAllBytes(existing(file.get())));
  }

  /** The file that the settings are read from, if they are. */
  Option<Path> settingsFile(PluginSource source) {
    if (config != null) {
      return config.startsWith("@") ? Option.some(Path.of(config.substring(1))) : Option.none();
    }
    return source instanceof PluginSource.OfExample(Example example, Option<String> wanted) && wanted.isEmpty()
        ? example.sampleConfiguration()
        : Option.none();
  }

  /** Which plugin of a module is meant; empty unless given. */
  String rootId() {
    return rootId == null ? "" : rootId;
  }

  /** The name of the plugin's filter, which is its root id as well. */
  String filter(CompiledPlugin compiled) {
    return rootId == null ? compiled.name() : rootId;
  }

  ParameterException wrong(String message) {
    return new ParameterException(spec.commandLine(), message);
  }

  private String read(Path file) throws IOException {
    return Files.readString(existing(file));
  }

  private Path existing(Path file) {
    if (!Files.isRegularFile(file)) {
      throw wrong("--config: there is no file " + Workspace.shown(file) + ".");
    }
    return file;
  }
}
