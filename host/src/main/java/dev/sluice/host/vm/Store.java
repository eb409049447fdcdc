package dev.sluice.host.vm;

import dev.sluice.host.model.GuestLimits;
import dev.sluice.host.model.VmFailure;
import run.endive.runtime.ByteArrayMemory;
import run.endive.runtime.Memory;
import run.endive.runtime.TableInstance;
import run.endive.wasm.types.ExternalType;
import run.endive.wasm.types.MemoryLimits;
import run.endive.wasm.types.Table;
import run.endive.wasm.types.TableLimits;

/** Memory and tables of one instance, no larger than the host allows. */
final class Store {
  /** For all tables together. */
  private static final long MOST_ELEMENTS = 1_000_000;

  private final int mostPages;
  private final long mostElements;

  Store(WasmPlugin plugin, GuestLimits limits) {
    mostPages = (int) Math.min(limits.memoryBytes() / Memory.PAGE_SIZE, Memory.RUNTIME_MAX_PAGES);
    int own = plugin.module().tableSection().tableCount();
    int imported = plugin.module().importSection().count(ExternalType.TABLE);
    mostElements = MOST_ELEMENTS / Math.max(1, own + imported);
  }

  Memory memory(MemoryLimits limits) {
    int most = Math.min(limits.maximumPages(), mostPages);
    if (limits.initialPages() > most) {
      throw new VmFailure("the module wants " + limits.initialPages() + " pages of memory, the host gives " + most);
    }
    return new ByteArrayMemory(new MemoryLimits(limits.initialPages(), most));
  }

  TableInstance table(Table table, int initial) {
    TableLimits limits = table.limits();
    if (limits.min() > mostElements) {
      throw new VmFailure("the module wants a table of " + limits.min() + " elements, the host gives " + mostElements);
    }
    // Limits of its own: a table that grows changes them, and the module's would be those of the next instance.
    TableLimits own = new TableLimits(limits.min(), Math.min(limits.max(), mostElements));
    return new TableInstance(new Table(table.elementType(), own), initial);
  }
}
