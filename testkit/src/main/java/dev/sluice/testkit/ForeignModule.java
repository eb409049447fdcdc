package dev.sluice.testkit;

import java.nio.file.Path;
import org.junit.platform.commons.support.ReflectionSupport;

/**
 * A Proxy-Wasm module that Sluice does not build, say of another language, as a plugin for {@link UsePlugin}. It runs in
 * {@link Place.Kind#EMBEDDED} and {@link Place.Kind#ENVOY} only, which {@link EveryPlace#in} has to say. A class that
 * implements this has a constructor without parameters.
 */
public interface ForeignModule {
  /** The module. Called once for a place; a module that has to be built first is built here. */
  Path file();

  /** The module of a class that {@link UsePlugin#value} names. */
  static Path moduleOf(Class<?> plugin) {
    return ForeignModule.class.isAssignableFrom(plugin)
        ? ((ForeignModule) ReflectionSupport.newInstance(plugin)).file().toAbsolutePath()
        : CompiledPlugin.of(plugin).module();
  }
}
