package dev.sluice.bridge;

import com.google.re2j.Pattern;
import dev.sluice.abi.Callback;
import dev.sluice.dsl.SluicePlugin;
import io.vavr.control.Option;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.teavm.backend.wasm.WasmGCTarget;
import org.teavm.classlib.impl.JCLPlugin;
import org.teavm.interop.Address;
import org.teavm.platform.PlatformRunnable;

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

  private ToolClassPath() {}

  /** The plugin's class path with the tool's own parts behind it, each once. */
  static List<Path> behind(List<Path> pluginClassPath) {
    Set<Path> all = new LinkedHashSet<>();
    pluginClassPath.forEach(entry -> all.add(entry.toAbsolutePath().normalize()));
    PARTS.forEach(part -> all.add(location(part)));
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
