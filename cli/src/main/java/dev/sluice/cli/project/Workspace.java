package dev.sluice.cli.project;

import io.vavr.collection.Vector;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where the command line works.
 *
 * @param root the folder with {@code examples/} and the launcher
 * @param guestPath what plugins are compiled against: Sluice's guest side and the libraries that come with it
 */
public record Workspace(Path root, Vector<Path> guestPath) {
  /** Set by the launcher: {@link #root}. */
  static final String ROOT_PROPERTY = "sluice.root";
  /** Set by the launcher: {@link #guestPath}, written as a class path. */
  static final String GUEST_PATH_PROPERTY = "sluice.guest.path";

  /**
   * The workspace that the launcher names. Started otherwise, as from an IDE: the nearest folder above the working
   * directory that has {@code examples/}, and the class path of this process.
   */
  public static Workspace current() {
    String root = System.getProperty(ROOT_PROPERTY);
    String path = System.getProperty(GUEST_PATH_PROPERTY, System.getProperty("java.class.path"));
    return new Workspace(root == null ? nearest(Path.of("").toAbsolutePath()) : Path.of(root), classPath(path));
  }

  /** The entries of a class path, made absolute. */
  public static Vector<Path> classPath(String text) {
    return Vector.of(text.split(File.pathSeparator, -1))
        .filter(entry -> !entry.isBlank())
        .map(entry -> Path.of(entry).toAbsolutePath().normalize());
  }

  public Path examples() {
    return root.resolve("examples");
  }

  /** Where compiled examples and remembered modules are kept; safe to delete. */
  public Path cache() {
    return root.resolve(".sluice");
  }

  /** The path as a user types it: relative to the working directory where it lies below. */
  public static Path shown(Path path) {
    Path here = Path.of("").toAbsolutePath();
    Path absolute = path.toAbsolutePath().normalize();
    return absolute.startsWith(here) ? here.relativize(absolute) : absolute;
  }

  private static Path nearest(Path start) {
    for (Path at = start; at != null; at = at.getParent()) {
      if (Files.isDirectory(at.resolve("examples"))) {
        return at;
      }
    }
    return start;
  }
}
