package dev.sluice.cli.fresh;

import dev.sluice.cli.project.Names;
import dev.sluice.cli.project.Workspace;
import io.vavr.collection.Vector;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;

/** An example folder of a user's own: a plugin that works, its test and its README. */
public final class NewExample {
  private static final String SOURCES = "src/main/java";
  private static final String TESTS = "src/test/java";

  private NewExample() {}

  /**
   * Makes the folder and enters it in the build file of the examples.
   *
   * @param name one that {@link Names#problemWith} finds no fault with
   * @return the files written
   * @throws FileAlreadyExistsException if there is something of this name already; nothing is changed then
   */
  public static Vector<Path> create(Workspace workspace, String name) throws IOException {
    Path folder = workspace.examples().resolve(name);
    if (Files.exists(folder)) {
      throw new FileAlreadyExistsException(folder.toString());
    }
    Path buildFile = workspace.examples().resolve("pom.xml");
    String build = enter(Files.readString(buildFile), buildFile, name);
    String className = Names.className(name);
    Path inPackage = Path.of("dev", "sluice", "examples", Names.packageName(name));
    Vector<Path> files = Vector.of(
        write(folder.resolve(SOURCES).resolve(inPackage).resolve(className + ".java"), "Plugin.java.txt", name),
        write(folder.resolve(TESTS).resolve(inPackage).resolve(className + "Test.java"), "Test.java.txt", name),
        write(folder.resolve("README.md"), "README.md.txt", name));
    Files.writeString(buildFile, build);
    return files;
  }

  private static String enter(String build, Path file, String name) throws IOException {
    String sources = entered(build, file, "sources", "<source>" + name + "/" + SOURCES + "</source>");
    return entered(sources, file, "tests", "<source>" + name + "/" + TESTS + "</source>");
  }

  /** Puts the line above the comment that waits for it, as deep as the comment is. */
  private static String entered(String build, Path file, String list, String line) throws IOException {
    int mark = build.indexOf("<!-- " + list + ":");
    if (mark < 0) {
      throw new IOException(file + " has lost its line '<!-- " + list + ": ... -->', above which " + line + " belongs");
    }
    String indent = build.substring(build.lastIndexOf('\n', mark) + 1, mark);
    return build.substring(0, mark) + line + "\n" + indent + build.substring(mark);
  }

  private static Path write(Path file, String template, String name) throws IOException {
    Files.createDirectories(file.getParent());
    return Files.writeString(file, read(template)
        .replace("@name@", name)
        .replace("@Class@", Names.className(name))
        .replace("@package@", Names.packageName(name)));
  }

  private static String read(String template) throws IOException {
    try (InputStream in = NewExample.class.getResourceAsStream(template)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
