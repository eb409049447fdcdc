package dev.sluice.bridge.cache;

import java.io.IOException;
import java.net.URL;
import java.util.Enumeration;
import java.util.Iterator;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.teavm.parsing.resource.Resource;
import org.teavm.parsing.resource.ResourceProvider;

/** The names under which a build looked for something on its class path, whether or not there was anything. */
public final class ReadNames {
  private final Set<String> files = ConcurrentHashMap.newKeySet();
  private final Set<String> loaded = ConcurrentHashMap.newKeySet();

  /** The same class path, with what is asked of it written down. */
  public ResourceProvider recorded(ResourceProvider classPath) {
    return new ResourceProvider() {
      @Override
      public Iterator<Resource> getResources(String name) {
        files.add(plain(name));
        return classPath.getResources(name);
      }

      @Override
      public void close() {
        classPath.close();
      }
    };
  }

  /** The same loader, with what is asked of it written down. */
  public ClassLoader recorded(ClassLoader classes) {
    return new ClassLoader(classes) {
      @Override
      protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        loaded.add(name.replace('.', '/') + ".class");
        return super.loadClass(name, resolve);
      }

      @Override
      public URL getResource(String name) {
        files.add(plain(name));
        return super.getResource(name);
      }

      @Override
      public Enumeration<URL> getResources(String name) throws IOException {
        files.add(plain(name));
        return super.getResources(name);
      }
    };
  }

  /** Names of class files and other files. */
  SortedSet<String> files() {
    return new TreeSet<>(files);
  }

  /** Names of the class files of classes that were loaded, so that their code may have run. */
  Set<String> loaded() {
    return Set.copyOf(loaded);
  }

  private static String plain(String name) {
    return name.startsWith("/") ? name.substring(1) : name;
  }
}
