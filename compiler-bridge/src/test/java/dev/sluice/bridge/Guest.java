package dev.sluice.bridge;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import run.endive.compiler.MachineFactoryCompiler;
import run.endive.runtime.HostFunction;
import run.endive.runtime.ImportValues;
import run.endive.runtime.Instance;
import run.endive.wasm.Parser;
import run.endive.wasm.WasmModule;
import run.endive.wasm.types.FunctionImport;
import run.endive.wasm.types.FunctionType;

/** A module with just enough of a host around it: its log, clock and random numbers; nothing else answers OK. */
final class Guest {
  private static final int NOT_FOUND = 1;

  /** A frame of the guest is several frames of the engine. */
  private static final long STACK = 256L << 20;

  private final List<String> log = new ArrayList<>();
  private final Instance instance;

  private Guest(WasmModule module) {
    ImportValues.Builder imports = ImportValues.builder();
    for (int i = 0; i < module.importSection().importCount(); i++) {
      FunctionImport function = (FunctionImport) module.importSection().getImport(i);
      FunctionType type = module.typeSection().getType(function.typeIndex());
      imports.addFunction(
          new HostFunction(
              function.module(),
              function.name(),
              type,
              (caller, arguments) -> {
                long answer = call(function.name(), caller, arguments);
                return type.returns().isEmpty() ? null : new long[] {answer};
              }));
    }
    instance =
        Instance.builder(module)
            .withImportValues(imports.build())
            .withMachineFactory(MachineFactoryCompiler::compile)
            .build();
    instance.export("_initialize").apply();
  }

  /** Compiles a plugin and loads it. */
  static Guest of(Class<?> plugin, Path folder) throws IOException {
    BuildResult built = PluginCompiler.compile(request(plugin, folder));
    return new Guest(Parser.parse(Files.readAllBytes(built.wasm())));
  }

  static BuildRequest request(Class<?> plugin, Path folder) {
    Path classes = Path.of(plugin.getProtectionDomain().getCodeSource().getLocation().getPath());
    return BuildRequest.of(plugin.getName(), List.of(classes), folder.resolve(plugin.getSimpleName() + ".wasm"));
  }

  private long call(String name, Instance caller, long[] arguments) {
    switch (name) {
      case "proxy_log" -> log.add(caller.memory().readString((int) arguments[1], (int) arguments[2]));
      case "clock_time_get" -> caller.memory().writeLong((int) arguments[2], System.currentTimeMillis() * 1_000_000);
      case "random_get" -> {
        byte[] bytes = new byte[(int) arguments[1]];
        new SecureRandom().nextBytes(bytes);
        caller.memory().write((int) arguments[0], bytes);
      }
      default -> {
        return NOT_FOUND;
      }
    }
    return 0;
  }

  /** What the probe logged for this case. */
  String run(int number) throws InterruptedException {
    log.clear();
    Thread deep =
        new Thread(null, () -> instance.export("proxy_on_request_headers").apply(number, 0, 0), "guest", STACK);
    deep.start();
    deep.join();
    return String.join("\n", log);
  }
}
