package dev.sluice.testkit;

import dev.sluice.abi.Bytes;
import dev.sluice.abi.event.HostCallbacksFactory;
import dev.sluice.dsl.SluicePlugin;
import dev.sluice.engine.PluginCallbacks;
import dev.sluice.host.model.FailurePolicy;
import dev.sluice.host.model.GuestSource;
import dev.sluice.host.model.JvmPlugin;
import dev.sluice.host.model.PluginSpec;
import dev.sluice.host.vm.Engine;
import dev.sluice.host.vm.WasmPlugin;
import io.vavr.collection.Vector;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.platform.commons.support.ReflectionSupport;

/** Starts plugins where a test wants them. */
final class Runners {
  private static final Map<Path, WasmPlugin> LOADED = new ConcurrentHashMap<>();

  private Runners() {}

  static PlaceRunner start(Place place, Setup setup) {
    return place.isEnvoy()
        ? EnvoyRunner.start(place.version(), EnvoySetup.of(setup), setup.logsErrors())
        : model(setup, place.kind() == Place.Kind.EMBEDDED);
  }

  private static ModelRunner model(Setup setup, boolean compiled) {
    Set<String> called = ConcurrentHashMap.newKeySet();
    // Filters of one class have one source: where their VM ids are equal too, they share a VM.
    Map<Class<?>, GuestSource> sources = new HashMap<>();
    Vector<PluginSpec> plugins =
        setup.plugins()
            .map(use -> spec(use, sources.computeIfAbsent(use.value(), type -> new RecordingSource(
                compiled ? loaded(ForeignModule.moduleOf(type)) : onJvm(type),
                !compiled && HostCallbacksFactory.class.isAssignableFrom(type),
                called::add))));
    return ModelRunner.start(plugins, setup, called);
  }

  private static PluginSpec spec(UsePlugin use, GuestSource source) {
    Promised promised = Promised.of(use);
    return PluginSpec.of(Setup.name(use), source)
        .withRootId(Setup.name(use))
        .withVmId(Setup.vm(use))
        .withConfiguration(promised.settings())
        .withVmConfiguration(Bytes.utf8(use.vmSettings()))
        .withAllowOnHeadersStopIteration(promised.headersStop())
        .withFailurePolicy(FailurePolicy.FAIL_RELOAD);
  }

  private static GuestSource onJvm(Class<?> type) {
    return JvmPlugin.of(host -> switch (ReflectionSupport.newInstance(type)) {
      case SluicePlugin plugin -> PluginCallbacks.of(plugin, host);
      case HostCallbacksFactory factory -> factory.create(host);
      default -> throw new IllegalArgumentException(
          type.getName() + " is no plugin: it has to implement " + SluicePlugin.class.getName() + " or "
              + HostCallbacksFactory.class.getName());
    });
  }

  /** Translated to JVM bytecode once a run. */
  private static WasmPlugin loaded(Path module) {
    return LOADED.computeIfAbsent(module, file -> WasmPlugin.of(file, Engine.COMPILER));
  }
}
