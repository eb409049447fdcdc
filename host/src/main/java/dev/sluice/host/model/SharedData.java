package dev.sluice.host.model;

import dev.sluice.abi.Bytes;
import dev.sluice.abi.Fetched;
import dev.sluice.abi.SharedValue;
import dev.sluice.abi.Status;
import java.util.HashMap;
import java.util.Map;

/** The tables of bytes that VMs share, one for each VM id ({@code shared_data.cc}). Used by all workers. */
final class SharedData {
  private static final SharedValue NONE = new SharedValue(Fetched.failed(Status.NOT_FOUND), 0);

  private final Budget budget;
  private final Map<String, Map<Bytes, Entry>> tables = new HashMap<>();
  private int lastCas;

  SharedData(Budget budget) {
    this.budget = budget;
  }

  /** The value of a key. An empty value is one as well. */
  synchronized SharedValue get(String vmId, Bytes key) {
    Entry entry = tables.getOrDefault(vmId, Map.of()).get(key);
    return entry == null ? NONE : new SharedValue(Fetched.of(entry.value), entry.cas);
  }

  /**
   * Writes a value. A key that is new is written whatever number is compared.
   *
   * @param cas as unsigned number; 0 compares nothing
   * @return {@link Status#INTERNAL_FAILURE} where shared state has used up its room
   */
  synchronized Status set(String vmId, Bytes key, Bytes value, int cas) {
    Entry before = tables.getOrDefault(vmId, Map.of()).get(key);
    if (before != null && cas != 0 && cas != before.cas) {
      return Status.CAS_MISMATCH;
    }
    boolean room =
        before == null ? budget.take(size(key, value)) : budget.resize(before.value.length(), value.length());
    if (!room) {
      return Status.INTERNAL_FAILURE;
    }
    tables.computeIfAbsent(vmId, id -> new HashMap<>()).put(key, new Entry(value, nextCas()));
    return Status.OK;
  }

  /** The last VM of this id is gone. */
  synchronized void forget(String vmId) {
    Map<Bytes, Entry> table = tables.remove(vmId);
    if (table != null) {
      table.forEach((key, entry) -> budget.give(size(key, entry.value)));
    }
  }

  private int nextCas() {
    lastCas++;
    if (lastCas == 0) {
      lastCas++;
    }
    return lastCas;
  }

  private static long size(Bytes key, Bytes value) {
    return (long) key.length() + value.length();
  }

  private record Entry(Bytes value, int cas) {}
}
