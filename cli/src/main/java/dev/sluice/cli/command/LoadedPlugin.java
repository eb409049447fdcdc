package dev.sluice.cli.command;

import dev.sluice.cli.build.CompiledPlugin;
import dev.sluice.cli.project.PluginClasses;
import dev.sluice.dsl.Plugins;
import dev.sluice.dsl.SettingsRejected;
import dev.sluice.dsl.SluicePlugin;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.net.URLClassLoader;

/** A plugin of the user's as an object of this JVM. */
final class LoadedPlugin {
  private LoadedPlugin() {}

  /** What is done with the plugin while its classes are at hand. */
  interface Use<T> {
    T with(SluicePlugin plugin) throws CommandFailure;
  }

  /**
   * Does something with the plugin.
   *
   * @param rootId which plugin of a module that holds several; empty for a plugin alone
   * @param done what cannot be done to a plugin that is not made of steps, such as {@code explained}
   */
  static <T> T use(CompiledPlugin compiled, String rootId, String done, Use<T> use) throws IOException, CommandFailure {
    try (URLClassLoader loader = PluginClasses.loader(compiled.classPath())) {
      return use.with(meant(make(Class.forName(compiled.className(), true, loader), done), rootId));
    } catch (ReflectiveOperationException | LinkageError e) {
      throw new CommandFailure(compiled.className() + " cannot be loaded: " + e, e);
    }
  }

  private static SluicePlugin meant(SluicePlugin plugin, String rootId) throws CommandFailure {
    try {
      return Plugins.meant(plugin, rootId);
    } catch (SettingsRejected e) {
      throw new CommandFailure(
          plugin.getClass().getName() + " holds several plugins: say with --root-id which one; "
              + e.errors().head().message(),
          e);
    }
  }

  /** Whether the plugin is made of steps, and not written against the ABI alone. */
  static boolean isPipeline(CompiledPlugin compiled) throws IOException, CommandFailure {
    try (URLClassLoader loader = PluginClasses.loader(compiled.classPath())) {
      return SluicePlugin.class.isAssignableFrom(Class.forName(compiled.className(), false, loader));
    } catch (ReflectiveOperationException | LinkageError e) {
      throw new CommandFailure(compiled.className() + " cannot be loaded: " + e, e);
    }
  }

  private static SluicePlugin make(Class<?> type, String done) throws ReflectiveOperationException, CommandFailure {
    if (!SluicePlugin.class.isAssignableFrom(type)) {
      throw new CommandFailure(type.getName() + " is written against the ABI alone; only a plugin made of steps, a "
          + SluicePlugin.class.getSimpleName() + ", can be " + done + ".");
    }
    try {
      return (SluicePlugin) type.getConstructor().newInstance();
    } catch (InvocationTargetException e) {
      throw new CommandFailure("the constructor of " + type.getName() + " fails: " + e.getCause(), e);
    }
  }
}
