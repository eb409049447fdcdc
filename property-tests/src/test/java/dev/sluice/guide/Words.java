package dev.sluice.guide;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import io.vavr.collection.HashSet;
import io.vavr.collection.Set;
import io.vavr.collection.Vector;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** The words of the language and what their Javadoc says, read from the sources. */
final class Words {
  private static final Path SOURCES = Path.of("..", "dsl", "src", "main", "java", "dev", "sluice");
  private static final Vector<String> PACKAGES = Vector.of("dsl", "value", "step", "stream");
  private static final Pattern EXAMPLE = Pattern.compile("<pre>\\{@code\\s?(.*?)\\}</pre>", Pattern.DOTALL);
  private static final Pattern SENTENCE = Pattern.compile("(.+?[.:])(\\s|$)", Pattern.DOTALL);

  /** Classes whose methods only the language itself calls. */
  private static final Set<String> INNER = HashSet.of("Part", "Settings", "SettingsDecoder", "SluicePlugin",
      "SettingsObserver", "SettingsSource",
      "SharedSlots", "JsonChange", "Metric", "MetricTag", "GrpcCode", "Not", "PieceMapper", "GrpcCaller", "HttpCaller");

  /** Methods of these names are for the planner, for tools, or ask values about themselves. */
  private static final Set<String> PLUMBING = HashSet.of("plan", "reader", "lister", "number", "jump", "describe",
      "word",
      "varies", "made", "parts", "asked", "ignoresCase", "planSet", "planAdd", "maker", "announcedLimit", "keepsBytes",
      "part", "limits", "with", "standard", "type", "takes", "what", "in", "isBody", "requestParts", "responseParts",
      "logParts", "filter", "toString", "equals", "hashCode", "load", "await", "steps", "grpc", "blocks", "once",
      "named", "meant", "isOfRequest", "ids", "reveal");

  private Words() {}

  /** The examples in the Javadoc of classes. */
  static Vector<Snippet> ofClasses() {
    return Vector.ofAll(read().snippets);
  }

  /** All of them, in the order of the sources; of several with the same name in a class the first. */
  static Vector<Word> all() {
    Vector<Word> words = Vector.empty();
    for (Word word : read().words) {
      words = words.exists(other -> other.id().equals(word.id()))
          ? words.map(other -> other.id().equals(word.id()) ? both(other, word) : other)
          : words.append(word);
    }
    return words;
  }

  private static Word both(Word first, Word other) {
    Word told = first.isReference() ? other : first;
    return new Word(first.owner(), first.name(), told.signature(), told.summary(),
        first.examples().appendAll(other.examples()));
  }

  private static Scanner read() {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
      JavacTask task = (JavacTask) compiler.getTask(null, files, problem -> {}, List.of("-proc:none"), null,
          files.getJavaFileObjectsFromPaths(sources()));
      DocTrees docs = DocTrees.instance(task);
      Scanner scanner = new Scanner(docs);
      for (CompilationUnitTree unit : task.parse()) {
        scanner.scan(unit, null);
      }
      return scanner;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Path> sources() throws IOException {
    List<Path> all = new ArrayList<>();
    for (String name : PACKAGES) {
      try (Stream<Path> files = Files.list(SOURCES.resolve(name))) {
        files.filter(file -> file.toString().endsWith(".java") && !file.endsWith("package-info.java"))
            .sorted()
            .forEach(all::add);
      }
    }
    return all;
  }

  private static final class Scanner extends TreePathScanner<Void, Void> {
    private final DocTrees docs;
    private final List<Word> words = new ArrayList<>();
    private final List<Snippet> snippets = new ArrayList<>();

    Scanner(DocTrees docs) {
      this.docs = docs;
    }

    @Override
    public Void visitClass(ClassTree type, Void none) {
      String doc = docs.getDocComment(getCurrentPath());
      if (doc != null) {
        examples(doc).forEach(code -> snippets.addAll(Snippet.of(type.getSimpleName().toString(), code).asJava()));
      }
      return super.visitClass(type, null);
    }

    @Override
    public Void visitMethod(MethodTree method, Void none) {
      TreePath owner = getCurrentPath().getParentPath();
      String doc = docs.getDocComment(getCurrentPath());
      if (doc != null && isWord(method, (ClassTree) owner.getLeaf())) {
        words.add(new Word(((ClassTree) owner.getLeaf()).getSimpleName().toString(), method.getName().toString(),
            signature(method), summary(doc), examples(doc)));
      }
      return null;
    }

    private boolean isWord(MethodTree method, ClassTree owner) {
      Set<Modifier> own = HashSet.ofAll(method.getModifiers().getFlags());
      boolean isPublic = own.contains(Modifier.PUBLIC)
          || owner.getKind() == com.sun.source.tree.Tree.Kind.INTERFACE && !own.contains(Modifier.PRIVATE);
      return isPublic && !PLUMBING.contains(method.getName().toString()) && method.getReturnType() != null
          && !method.getReturnType().toString().equals("void")
          && !INNER.contains(owner.getSimpleName().toString())
          && (!own.contains(Modifier.STATIC) || isEntry(owner))
          && !method.getParameters().toString().contains("Planner")
          && !method.getParameters().toString().contains("Run ");
    }

    /** What makes a value or step is called through the words of the package dsl, but for clusters of Istio. */
    private boolean isEntry(ClassTree owner) {
      return getCurrentPath().getCompilationUnit().getPackageName().toString().endsWith(".dsl")
          || owner.getSimpleName().contentEquals("Cluster");
    }

    private static String signature(MethodTree method) {
      return Vector.ofAll(method.getParameters()).map(one -> one.getType() + " " + one.getName()).mkString(", ");
    }

    static Vector<String> examples(String doc) {
      Vector<String> found = Vector.empty();
      Matcher matcher = EXAMPLE.matcher(doc);
      while (matcher.find()) {
        found = found.append(matcher.group(1).stripTrailing().stripIndent().strip());
      }
      return found;
    }

    private static String summary(String doc) {
      String plain = EXAMPLE.matcher(doc).replaceAll("").strip().replaceAll("\\s+", " ");
      Matcher sentence = SENTENCE.matcher(plain);
      return sentence.find() ? sentence.group(1) : plain;
    }
  }
}
