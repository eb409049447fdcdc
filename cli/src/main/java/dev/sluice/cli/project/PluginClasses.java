package dev.sluice.cli.project;

import dev.sluice.abi.event.HostCallbacksFactory;
import dev.sluice.dsl.SluicePlugin;
import io.vavr.collection.Vector;
import java.io.IOException;
import java.lang.reflect.Modifier;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** The plugin classes in a folder of compiled classes. */
public final class PluginClasses {
  private PluginClasses() {}

  /**
   * The names of all classes that can be built into a module, sorted: {@link SluicePlugin}s and, for plugins without
   * the language, {@link HostCallbacksFactory}s; public, with a public constructor without parameters.
   */
  public static Vector<String> in(Path classes, Vector<Path> guestPath) throws IOException {
    try (URLClassLoader loader = loader(guestPath.prepend(classes)); Stream<Path> files = Files.walk(classes)) {
      return Vector.ofAll(files.filter(file -> file.toString().endsWith(".class")).sorted().toList())
          .map(file -> className(classes.relativize(file)))
          .filter(name -> !name.endsWith("-info") && isPlugin(name, loader));
    }
  }

  /** A class loader for a user's classes, above which are only those of this process. */
  public static URLClassLoader loader(Vector<Path> path) throws MalformedURLException {
    URL[] urls = new URL[path.size()];
    for (int i = 0; i < urls.length; i++) {
      urls[i] = path.get(i).toUri().toURL();
    }
    return new URLClassLoader(urls, SluicePlugin.class.getClassLoader());
  }

  private static String className(Path file) {
    String name = file.toString().replace(file.getFileSystem().getSeparator(), ".");
    return name.substring(0, name.length() - ".class".length());
  }

  private static boolean isPlugin(String name, ClassLoader loader) {
    try {
      Class<?> type = Class.forName(name, false, loader);
      return (SluicePlugin.class.isAssignableFrom(type) || HostCallbacksFactory.class.isAssignableFrom(type))
          && Modifier.isPublic(type.getModifiers())
          && !Modifier.isAbstract(type.getModifiers())
          && Vector.of(type.getConstructors()).exists(maker -> maker.getParameterCount() == 0);
    } catch (ClassNotFoundException | LinkageError e) {
      return false;
    }
  }
}
