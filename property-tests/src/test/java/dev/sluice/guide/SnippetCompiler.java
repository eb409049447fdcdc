package dev.sluice.guide;

import io.vavr.collection.Vector;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Compiles snippets as methods of one class, with what their authors may take for granted around them. */
final class SnippetCompiler {
  private static final String HEAD = """
      import static dev.sluice.dsl.Sluice.*;
      import dev.sluice.abi.*;
      import dev.sluice.abi.attribute.*;
      import dev.sluice.dsl.*;
      import dev.sluice.step.*;
      import dev.sluice.value.*;
      import io.vavr.control.Option;
      import java.time.Duration;
      import java.util.List;
      import java.util.Map;

      /** What examples take for granted: a key, a password, values with a name, settings. */
      public class Snippets {
        static final String key = "a key";
        static final String password = "a password";
        static final String suffix = "-suffix";
        static final TextValue user = header("x-user");
        static final long changed = 1;
        static final Secret secret = Secret.of("a secret text");
        static final Settings settings = new Settings();
        static final Filter filter = request(setHeader("x-a", "1"));
        static class Settings { Map<String, String> headers() { return Map.of("x-b", "2"); } }
        static Bytes upper(Bytes text) { return Bytes.utf8(text.utf8().toUpperCase(java.util.Locale.ROOT)); }
        public static class Auth implements SluicePlugin {
          public Plugin define(dev.sluice.dsl.Settings settings) { return plugin("auth").request(filterStep()); }
        }
        public static class Limits extends Auth {}
        public record Routes(Map<String, String> table) {
          static final Routes NONE = new Routes(Map.of());
          static Routes read(Routes old, Bytes text) { return new Routes(Map.of("/", text.utf8())); }
          static Option<Bytes> find(Routes routes, Bytes path) {
            return Option.of(routes.table().get(path.utf8())).map(Bytes::utf8);
          }
        }
        static Step filterStep() { return setHeader("x-a", "1"); }
        static List<Object> made(Object... made) { return List.of(made); }
      """;

  private SnippetCompiler() {}

  /** The methods, in the order of the snippets; each returns a list of what its snippet makes. */
  static Vector<Method> compile(Vector<Snippet> snippets, Path folder) {
    StringBuilder source = new StringBuilder(HEAD);
    snippets.filter(Snippet::isType).distinctBy(Snippet::typeName).map(Snippet::member).forEach(source::append);
    snippets.zipWithIndex()
        .forEach(numbered -> source.append("  // ")
            .append(numbered._1.place())
            .append('\n')
            .append("  public static List<Object> snippet")
            .append(numbered._2)
            .append("() { ")
            .append(numbered._1.body())
            .append(" }\n"));
    try {
      Path file = Files.writeString(folder.resolve("Snippets.java"), source.append("}\n"));
      compile(file, folder);
      URLClassLoader loader =
          new URLClassLoader(new URL[] {folder.toUri().toURL()}, SnippetCompiler.class.getClassLoader());
      Class<?> compiled = loader.loadClass("Snippets");
      return Vector.range(0, snippets.size()).map(number -> method(compiled, "snippet" + number));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (ClassNotFoundException e) {
      throw new AssertionError(e);
    }
  }

  private static Method method(Class<?> type, String name) {
    try {
      return type.getMethod(name);
    } catch (NoSuchMethodException e) {
      throw new AssertionError(e);
    }
  }

  private static void compile(Path file, Path folder) throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    DiagnosticCollector<JavaFileObject> problems = new DiagnosticCollector<>();
    try (StandardJavaFileManager files = compiler.getStandardFileManager(problems, null, null)) {
      List<String> options = List.of("-d", folder.toString(), "-proc:none", "-implicit:none");
      boolean done = compiler.getTask(null, files, problems, options, null, files.getJavaFileObjects(file)).call();
      if (!done) {
        List<String> lines = Files.readAllLines(file);
        throw new AssertionError(problems.getDiagnostics()
            .stream()
            .filter(problem -> problem.getKind() == Diagnostic.Kind.ERROR)
            .map(problem -> problem.getMessage(null) + "\n" + lines.get((int) problem.getLineNumber() - 1))
            .collect(Collectors.joining("\n\n", "examples do not compile\n", "")));
      }
    }
  }
}
