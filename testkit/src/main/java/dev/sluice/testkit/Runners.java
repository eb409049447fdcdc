package dev.sluice.testkit;

import dev.sluice.bridge.deploy.WasmFilterConfig;
import dev.sluice.dsl.SluicePlugin;
import dev.sluice.engine.PluginCallbacks;
import dev.sluice.host.model.FailurePolicy;
import dev.sluice.host.model.GuestSource;
import dev.sluice.host.model.JvmPlugin;
import dev.sluice.host.model.PluginSpec;
import dev.sluice.host.vm.Engine;
import dev.sluice.host.vm.WasmPlugin;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.platform.commons.support.ReflectionSupport;

/** Starts a plugin where a test wants it. */
final class Runners {
  private static final Map<Path, WasmPlugin> LOADED = new ConcurrentHashMap<>();

  private Runners() {}

  static PlaceRunner start(Place place, UsePlugin use) {
    Class<? extends SluicePlugin> plugin = use.value();
    return switch (place.kind()) {
      case JVM -> model(JvmPlugin.of(host -> PluginCallbacks.of(ReflectionSupport.newInstance(plugin), host)), use);
      case EMBEDDED -> model(loaded(CompiledPlugin.of(plugin).module()), use);
      case ENVOY -> {
        WasmFilterConfig filter = CompiledPlugin.of(plugin).filter(name(use)).withConfiguration(use.settings());
        yield EnvoyRunner.start(place.version(), filter, use.logsErrors());
      }
    };
  }

  private static ModelRunner model(GuestSource source, UsePlugin use) {
    PluginSpec plugin =
        PluginSpec.of(name(use), source)
            .withRootId(name(use))
            .withVmId(name(use))
            .withConfiguration(use.settings())
            .withFailurePolicy(FailurePolicy.FAIL_RELOAD);
    return ModelRunner.start(plugin, use.logsErrors());
  }

  /** Translated to JVM bytecode once a run. */
  private static WasmPlugin loaded(Path module) {
    return LOADED.computeIfAbsent(module, file -> WasmPlugin.of(file, Engine.COMPILER));
  }

  private static String name(UsePlugin use) {
    return use.value().getSimpleName();
  }
}
