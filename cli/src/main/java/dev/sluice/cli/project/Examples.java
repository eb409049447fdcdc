package dev.sluice.cli.project;

import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** The examples of a workspace. */
public final class Examples {
  private Examples() {}

  /** Every folder below {@code examples/} that has plugin source, by name. */
  public static Vector<Example> all(Workspace workspace) throws IOException {
    if (!Files.isDirectory(workspace.examples())) {
      return Vector.empty();
    }
    try (Stream<Path> folders = Files.list(workspace.examples())) {
      return Vector.ofAll(folders.sorted().toList())
          .map(folder -> new Example(folder.getFileName().toString(), folder))
          .filter(example -> Files.isDirectory(example.sources()));
    }
  }

  /** The example whose folder has this name. */
  public static Option<Example> named(Workspace workspace, String name) throws IOException {
    return all(workspace).find(example -> example.name().equals(name));
  }

  /** The example whose source declares this class, by full or simple name, in the file that Java asks for. */
  public static Option<Example> declaring(Workspace workspace, String className) throws IOException {
    String path = className.replace('.', '/') + ".java";
    for (Example example : all(workspace)) {
      Vector<String> files =
          example.sourceFiles().map(file -> example.sources().relativize(file).toString().replace('\\', '/'));
      if (files.exists(file -> file.equals(path) || (className.indexOf('.') < 0 && file.endsWith("/" + path)))) {
        return Option.some(example);
      }
    }
    return Option.none();
  }
}
