package dev.sluice.cli.project;

import io.vavr.collection.Vector;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.io.IOException;
import java.nio.file.Path;

/** Finds the plugin that a word of the command line means. */
public final class PluginSources {
  private PluginSources() {}

  /**
   * The plugin called so: an example's folder name, or a class by full or simple name in an example's source. With a
   * class path: the class of this name on it. Left says why there is none, and what there is.
   */
  public static Either<String, PluginSource> find(Workspace workspace, String word, Vector<Path> classPath)
      throws IOException {
    if (!classPath.isEmpty()) {
      return Either.right(new PluginSource.OfClassPath(word, classPath));
    }
    Option<Example> named = Examples.named(workspace, word);
    if (named.isDefined()) {
      return Either.right(new PluginSource.OfExample(named.get(), Option.none()));
    }
    Option<Example> declaring = Examples.declaring(workspace, word);
    if (declaring.isDefined()) {
      return Either.right(new PluginSource.OfExample(declaring.get(), Option.some(word)));
    }
    Vector<String> names = Examples.all(workspace).map(Example::name);
    return Either.left("There is no example and no plugin class '" + word + "'. "
        + (names.isEmpty() ? "There are no examples in " + workspace.examples() + "."
            : "Examples: "
                + names.mkString(", ") + "."));
  }
}
