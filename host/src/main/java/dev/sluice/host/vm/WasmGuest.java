package dev.sluice.host.vm;

import dev.sluice.abi.Callback;
import dev.sluice.abi.event.HostCallbacks;
import dev.sluice.host.model.Guest;
import dev.sluice.host.model.GuestEnvironment;
import dev.sluice.host.model.VmFailure;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import run.endive.runtime.ExportFunction;
import run.endive.runtime.HostFunction;
import run.endive.runtime.ImportMemory;
import run.endive.runtime.ImportTable;
import run.endive.runtime.ImportValues;
import run.endive.runtime.Instance;
import run.endive.runtime.TableInstance;
import run.endive.runtime.WasmException;
import run.endive.wasm.WasmEngineException;
import run.endive.wasm.types.FunctionImport;
import run.endive.wasm.types.MemoryImport;
import run.endive.wasm.types.Table;
import run.endive.wasm.types.TableImport;
import run.endive.wasm.types.Value;

/** One instance of a module. */
final class WasmGuest implements Guest {
  private final GuestCalls calls;
  private final Map<Callback, ExportFunction> callbacks = new EnumMap<>(Callback.class);
  private final EnumSet<Callback> exported = EnumSet.noneOf(Callback.class);
  private final HostCallbacks port = new WasmCallbacks(this);

  private WasmGuest(WasmPlugin plugin, GuestCalls calls, Instance instance) {
    this.calls = calls;
    for (Callback callback : Callback.values()) {
      if (plugin.exports(callback.exportName())) {
        callbacks.put(callback, instance.export(callback.exportName()));
      }
    }
    exported.addAll(callbacks.keySet());
  }

  static WasmGuest load(WasmPlugin plugin, GuestEnvironment environment) {
    GuestCalls calls =
        new GuestCalls(environment, plugin.exports(Exported.MALLOC) ? Exported.MALLOC : Exported.ALLOCATE);
    try {
      Instance instance = calls.guest(() -> {
        Instance loaded = instantiate(plugin, calls, new Store(plugin, environment.limits()));
        calls.attach(loaded);
        initialize(plugin, loaded);
        return loaded;
      });
      calls.running();
      return new WasmGuest(plugin, calls, instance);
    } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
      calls.end();
      throw failure("", calls, e);
    }
  }

  private static Instance instantiate(WasmPlugin plugin, GuestCalls calls, Store store) {
    Instance.Builder builder = Instance.builder(plugin.module())
        .withImportValues(imports(plugin, calls, store))
        .withMemoryFactory(store::memory)
        .withTableFactory(store::table)
        .withUnsafeExecutionListener((instruction, stack) -> TimeLimit.check())
        .withStart(false);
    return (plugin.machine() == null ? builder : builder.withMachineFactory(plugin.machine())).build();
  }

  private static ImportValues imports(WasmPlugin plugin, GuestCalls calls, Store store) {
    ImportValues.Builder values = ImportValues.builder();
    plugin.module().importSection().stream().forEach(wanted -> {
      if (wanted instanceof FunctionImport) {
        HostFunction function = calls.bind(LinkTable.BY_NAME.get(wanted.module() + "." + wanted.name()));
        values.addFunction(function);
      } else if (wanted instanceof MemoryImport memory) {
        values.addMemory(new ImportMemory(wanted.module(), wanted.name(), store.memory(memory.limits())));
      } else if (wanted instanceof TableImport table) {
        TableInstance instance = store.table(new Table(table.entryType(), table.limits()), Value.REF_NULL_VALUE);
        values.addTable(new ImportTable(wanted.module(), wanted.name(), instance));
      }
    });
    return values.build();
  }

  /** A reactor's {@code _initialize} and then its main function, or a command's {@code _start}. */
  private static void initialize(WasmPlugin plugin, Instance instance) {
    if (plugin.exports(Exported.INITIALIZE)) {
      instance.export(Exported.INITIALIZE).apply();
      if (plugin.exports(Exported.MAIN)) {
        instance.export(Exported.MAIN).apply(0, 0);
      } else if (plugin.exports(Exported.MAIN_VOID)) {
        instance.export(Exported.MAIN_VOID).apply();
      }
    } else if (plugin.exports(Exported.START)) {
      instance.export(Exported.START).apply();
    }
  }

  @Override
  public boolean exports(Callback callback) {
    return exported.contains(callback);
  }

  @Override
  public HostCallbacks callbacks() {
    return port;
  }

  /** Calls an exported callback; 0 for one without a result. */
  int call(Callback callback, long... arguments) {
    try {
      long[] results = calls.guest(() -> callbacks.get(callback).apply(arguments));
      return results == null || results.length == 0 ? 0 : (int) results[0];
    } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
      close();
      throw failure(callback.exportName() + ": ", calls, e);
    }
  }

  /** The instance goes at once; its memory may be large. */
  @Override
  public void close() {
    calls.end();
    callbacks.clear();
  }

  private static VmFailure failure(String where, GuestCalls calls, Throwable cause) {
    String what = switch (cause) {
      case VmFailure known -> known.getMessage();
      case StackOverflowError overflow -> "call stack exhausted";
      case OutOfMemoryError exhausted -> "no memory left: " + exhausted.getMessage();
      case WasmException thrown -> "an exception left the module";
      case WasmEngineException trap -> trap.getMessage();
      default -> "the engine failed: " + cause;
    };
    // A wasm exception holds on to the instance.
    return new VmFailure(where + what + calls.exit(), cause instanceof WasmException ? null : cause);
  }
}
