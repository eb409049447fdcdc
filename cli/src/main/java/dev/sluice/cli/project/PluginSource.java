package dev.sluice.cli.project;

import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where a plugin that a user names comes from. */
public sealed interface PluginSource {
  /** What files of this plugin are called. */
  String name();

  /** The folders in which a change means a new build. */
  Vector<Path> watched();

  private static String simpleName(String className) {
    return className.substring(Math.max(className.lastIndexOf('.'), className.lastIndexOf('$')) + 1);
  }

  /**
   * An example, which is compiled before it is built.
   *
   * @param wanted the class asked for, by full or simple name; none for the example's main plugin
   */
  record OfExample(Example example, Option<String> wanted) implements PluginSource {
    @Override
    public String name() {
      return wanted.map(PluginSource::simpleName).getOrElse(example.name());
    }

    @Override
    public Vector<Path> watched() {
      return Vector.of(example.folder());
    }
  }

  /** A class that something else compiled, as an IDE or a build of the user's own. */
  record OfClassPath(String className, Vector<Path> classPath) implements PluginSource {
    @Override
    public String name() {
      return simpleName(className);
    }

    @Override
    public Vector<Path> watched() {
      return classPath.filter(Files::isDirectory);
    }
  }
}
