package dev.sluice.cli.command;

import dev.sluice.cli.project.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** An example in a workspace, by its name {@code tiny}, whose {@code define} a test writes. */
record TinyExample(Workspace workspace, String name) {
  static TinyExample in(Path root) throws IOException {
    return in(root, "tiny");
  }

  /** One of several. */
  static TinyExample in(Path root, String name) throws IOException {
    Files.createDirectories(root.resolve("examples").resolve(name).resolve("src/main/java/tiny"));
    return new TinyExample(new Workspace(root, Workspace.classPath(System.getProperty("java.class.path"))), name);
  }

  /** Writes the plugin anew, with this body of its method. */
  TinyExample define(String body) throws IOException {
    return write("SluicePlugin", "Plugin define(Settings settings)", body);
  }

  /** Writes it anew as a module of several plugins. */
  TinyExample hold(String plugins) throws IOException {
    return write("SluiceModule", "Plugins plugins()", "return " + plugins + ";");
  }

  private TinyExample write(String type, String method, String body) throws IOException {
    Files.writeString(folder().resolve("src/main/java/tiny/Tiny.java"), """
        package tiny;
        import static dev.sluice.dsl.Sluice.*;
        import dev.sluice.dsl.*;
        public final class Tiny implements %s {
          public %s {
            %s
          }
        }
        """.formatted(type, method, body));
    return this;
  }

  Path folder() {
    return workspace.examples().resolve(name);
  }
}
