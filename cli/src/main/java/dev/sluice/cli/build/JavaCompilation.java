package dev.sluice.cli.build;

import dev.sluice.cli.project.Workspace;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;

/** Compiles a plugin's source in this process, which takes a fraction of a second instead of a Maven run. */
public final class JavaCompilation {
  private JavaCompilation() {}

  /**
   * Compiles the sources and puts the classes into {@code output}, in place of what was there. After a failure the old
   * classes are still there.
   */
  public static void compile(Vector<Path> sources, Vector<Path> classPath, Path output)
      throws IOException, CompileFailure {
    if (sources.isEmpty()) {
      throw new CompileFailure("there is no .java file to compile");
    }
    Folders.delete(output.resolveSibling(output.getFileName() + ".new"));
    Path fresh = Files.createDirectories(output.resolveSibling(output.getFileName() + ".new"));
    javac(sources, classPath, fresh);
    Folders.delete(output);
    Files.move(fresh, output);
  }

  private static void javac(Vector<Path> sources, Vector<Path> classPath, Path output)
      throws IOException, CompileFailure {
    JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
    DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
    StringWriter rest = new StringWriter();
    try (StandardJavaFileManager files =
        javac.getStandardFileManager(diagnostics, Locale.ROOT, StandardCharsets.UTF_8)) {
      files.setLocationFromPaths(StandardLocation.CLASS_PATH, classPath.asJava());
      files.setLocationFromPaths(StandardLocation.CLASS_OUTPUT, List.of(output));
      List<String> options = List.of("--release", "21", "-g", "-proc:none", "-encoding", "UTF-8");
      if (!javac.getTask(rest, files, diagnostics, options, null, files.getJavaFileObjectsFromPaths(sources.asJava()))
          .call()) {
        throw new CompileFailure(
            Vector.ofAll(diagnostics.getDiagnostics())
                .filter(diagnostic -> diagnostic.getKind() == Diagnostic.Kind.ERROR)
                .map(JavaCompilation::describe)
                .append(rest.toString())
                .filter(text -> !text.isBlank())
                .mkString("\n"));
      }
    }
  }

  /** As javac prints it: place, message, the line and a mark below the column. */
  private static String describe(Diagnostic<? extends JavaFileObject> diagnostic) {
    String message = diagnostic.getMessage(Locale.ROOT);
    JavaFileObject source = diagnostic.getSource();
    if (source == null || diagnostic.getLineNumber() == Diagnostic.NOPOS) {
      return message;
    }
    String place = Workspace.shown(Path.of(source.toUri())) + ":" + diagnostic.getLineNumber() + ": " + message;
    return line(source, diagnostic.getLineNumber())
        .map(line -> place + "\n" + line + "\n" + mark(line, diagnostic.getColumnNumber()))
        .getOrElse(place);
  }

  private static Option<String> line(JavaFileObject source, long number) {
    try {
      Vector<String> lines = Vector.of(source.getCharContent(true).toString().split("\r\n|\r|\n", -1));
      return number <= lines.size() ? Option.some(lines.get((int) number - 1))
          : Option.none();
    } catch (IOException e) {
      return Option.none();
    }
  }

  private static String mark(String line, long column) {
    StringBuilder mark = new StringBuilder();
    for (int i = 0; i < column - 1 && i < line.length(); i++) {
      mark.append(line.charAt(i) == '\t' ? '\t' : ' ');
    }
    return mark.append('^').toString();
  }
}
