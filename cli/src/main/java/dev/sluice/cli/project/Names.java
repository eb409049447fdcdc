package dev.sluice.cli.project;

import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.Locale;
import java.util.regex.Pattern;
import javax.lang.model.SourceVersion;

/** How an example's folder, package and class are called. */
public final class Names {
  private static final Pattern KEBAB = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");

  private Names() {}

  /** What is wrong with a name for a new example; none if nothing is. */
  public static Option<String> problemWith(String name) {
    if (!KEBAB.matcher(name).matches()) {
      return Option.some("'" + name + "' is no name for a plugin: use small letters, digits and single hyphens,"
          + " a letter first, as in require-user");
    }
    if (SourceVersion.isKeyword(packageName(name))) {
      return Option.some("'" + name + "' gives the package name '" + packageName(name) + "', which is a word of the"
          + " Java language; choose another name");
    }
    return Option.none();
  }

  /** {@code require-user} gives {@code RequireUser}. */
  public static String className(String name) {
    return Vector.of(name.split("-"))
        .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
        .mkString();
  }

  /** The last part of the package: {@code require-user} gives {@code requireuser}. */
  public static String packageName(String name) {
    return name.replace("-", "");
  }
}
