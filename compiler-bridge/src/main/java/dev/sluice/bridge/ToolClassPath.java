package dev.sluice.bridge;

import com.google.re2j.Pattern;
import dev.sluice.abi.Callback;
import dev.sluice.dsl.SluicePlugin;
import io.vavr.control.Option;
import java.io.File;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.teavm.backend.wasm.WasmGCTarget;
import org.teavm.classlib.impl.JCLPlugin;
import org.teavm.interop.Address;
import org.teavm.platform.PlatformRunnable;
import org.teavm.vm.TeaVM;

/** Where the classes lie that are compiled into every module: wherever this JVM has them from. */
final class ToolClassPath {
  private static final List<Class<?>> PARTS =
      List.of(
          Callback.class,
          SluicePlugin.class,
          PluginCompiler.class,
          Option.class,
          Pattern.class,
          Address.class,
          JCLPlugin.class,
          PlatformRunnable.class,
          WasmGCTarget.class);

  private static final List<Class<?>> COMPILER =
      List.of(PluginCompiler.class, Callback.class, TeaVM.class, JCLPlugin.class);

  private ToolClassPath() {}

  /** The plugin's class path with the tool's own parts behind it, each once. */
  static List<Path> behind(List<Path> pluginClassPath) {
    Set<Path> all = new LinkedHashSet<>();
    pluginClassPath.forEach(entry -> all.add(entry.toAbsolutePath().normalize()));
    PARTS.forEach(part -> all.add(location(part)));
    return new ArrayList<>(all);
  }

  /** What compiles: the parts of which code runs while a module is made, and all archives of this JVM's class path. */
  static List<Path> tool() {
    Set<Path> all = new LinkedHashSet<>();
    COMPILER.forEach(part -> all.add(location(part)));
    for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
      Path path = Path.of(entry).toAbsolutePath().normalize();
      if (Files.isRegularFile(path)) {
        all.add(path);
      }
    }
    return new ArrayList<>(all);
  }

  private static Path location(Class<?> part) {
    try {
      return Path.of(part.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException("no file holds " + part.getName(), e);
    }
  }
}
