package dev.sluice.guide;

import io.vavr.collection.Vector;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Java that a page or Javadoc shows: one expression, several behind each other with commas between them, or statements.
 *
 * @param place where it stands
 */
record Snippet(String place, String code) {
  private static final Pattern STATEMENT = Pattern.compile(";$", Pattern.MULTILINE);
  private static final Pattern TYPE = Pattern.compile("public final class (\\w+)");
  private static final Pattern DECLARATION = Pattern.compile("[A-Z]\\w+(<\\w+>)? \\w+ = ");

  /** Whether it is a class. */
  boolean isType() {
    return TYPE.matcher(code).lookingAt();
  }

  /** The name of its class. */
  String typeName() {
    Matcher type = TYPE.matcher(code);
    return type.lookingAt() ? type.group(1) : "";
  }

  /** Its class as a member of another one. */
  String member() {
    return TYPE.matcher(code).replaceFirst("public static final class $1");
  }

  /** The examples of a block: each begins on a line without indentation, behind one that is complete. */
  static Vector<Snippet> of(String place, String block) {
    if (block.strip().startsWith("import ")) {
      return Vector.empty();
    }
    if (hasStatements(block)) {
      return Vector.of(new Snippet(place, block));
    }
    Vector<Snippet> all = Vector.empty();
    StringBuilder open = new StringBuilder();
    for (String line : block.lines().toList()) {
      boolean begins = !line.startsWith(" ") && isComplete(open.toString());
      if (begins && !open.toString().isBlank()) {
        all = all.append(new Snippet(place, open.toString().strip()));
        open.setLength(0);
      }
      open.append(line.replaceAll("\\s+// .*$", "")).append('\n');
    }
    return open.toString().isBlank() ? all : all.append(new Snippet(place, open.toString().strip()));
  }

  private static boolean isComplete(String code) {
    return code.chars().filter(c -> c == '(').count() == code.chars().filter(c -> c == ')').count()
        && !code.stripTrailing().endsWith(",");
  }

  /** The body of a method that returns what the snippet makes, as a list. */
  String body() {
    if (isType()) {
      return "return made(new " + typeName() + "());";
    }
    if (DECLARATION.matcher(code).lookingAt() && !hasStatements(code)) {
      return code + "; return made();";
    }
    if (!hasStatements(code)) {
      return "return made(" + code + ");";
    }
    int last = code.lastIndexOf(";\n", code.length() - 2);
    String rest = code.substring(last + 1).strip();
    return code.substring(0, last + 1) + " return made(" + rest.replaceAll(";$", "") + ");";
  }

  private static boolean hasStatements(String code) {
    return STATEMENT.matcher(code).find();
  }

  /** Whether it calls this. */
  boolean shows(String word) {
    return code.matches("(?s).*\\b" + word + "\\(.*");
  }
}
