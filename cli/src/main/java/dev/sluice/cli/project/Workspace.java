package dev.sluice.cli.project;

import dev.sluice.bridge.cache.ProjectFolder;
import io.vavr.collection.Vector;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where the command line works.
 *
 * @param root the folder with {@code examples/} and the launcher
 * @param guestPath what plugins are compiled against: Sluice's guest side and the libraries that come with it
 * @param kept where modules are kept for builds whose inputs did not change; may be shared by several workspaces
 */
public record Workspace(Path root, Vector<Path> guestPath, Path kept) {
  private static final String HOME = ".sluice";
  private static final String KEPT = "cache";

  /** Set by the launcher: {@link #root}. */
  static final String ROOT_PROPERTY = "sluice.root";
  /** Set by the launcher: {@link #guestPath}, written as a class path. */
  static final String GUEST_PATH_PROPERTY = "sluice.guest.path";

  /** A workspace that keeps modules for itself. */
  public Workspace(Path root, Vector<Path> guestPath) {
    this(root, guestPath, root.resolve(HOME).resolve(KEPT));
  }

  /**
   * The workspace that the launcher names. Started otherwise, as from an IDE: the nearest folder above the working
   * directory that has {@code examples/}, and the class path of this process.
   */
  public static Workspace current() {
    String root = System.getProperty(ROOT_PROPERTY);
    String path = System.getProperty(GUEST_PATH_PROPERTY, System.getProperty("java.class.path"));
    Workspace own =
        new Workspace(root == null ? nearest(Path.of("").toAbsolutePath()) : Path.of(root), classPath(path));
    return ProjectFolder.named()
        .map(home -> new Workspace(own.root, own.guestPath, home.resolve(KEPT)))
        .getOrElse(own);
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

  /** Where modules are written unless a user says where. */
  public Path plugins() {
    return root.resolve("target/plugins");
  }

  /** Where compiled examples and their modules lie; safe to delete. */
  public Path cache() {
    return root.resolve(HOME);
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
