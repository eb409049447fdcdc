package dev.sluice.plan;

import dev.sluice.abi.Answer;
import dev.sluice.abi.Bytes;
import dev.sluice.abi.SharedValue;
import dev.sluice.abi.Status;

/** The host's shared data as runs see it. */
public final class SharedTable {
  private static final long NANOS_PER_MILLI = 1_000_000;

  private SharedTable() {}

  /** What is there under a key; {@link Status#NOT_FOUND} for nothing. */
  public static SharedValue get(Run run, Bytes key) {
    SharedValue found = run.host().sharedData().get(key);
    Status status = found.value().status();
    if (!status.isOk() && status != Status.NOT_FOUND) {
      throw new HostRefusal("proxy_get_shared_data", status);
    }
    return found;
  }

  /**
   * Writes; {@link Status#CAS_MISMATCH} where somebody wrote in between, {@link Status#INTERNAL_FAILURE} where the host
   * has no room.
   *
   * @param cas what the value that was read came with, 0 to write whatever is there
   */
  public static Status set(Run run, Bytes key, Bytes value, int cas) {
    Status status = run.host().sharedData().set(key, value, cas);
    if (!status.isOk() && status != Status.CAS_MISMATCH && status != Status.INTERNAL_FAILURE) {
      throw new HostRefusal("proxy_set_shared_data", status);
    }
    return status;
  }

  /** Milliseconds since 1970. */
  public static long now(Run run) {
    Answer nanos = run.host().time().now();
    if (!nanos.isOk()) {
      throw new HostRefusal("proxy_get_current_time_nanoseconds", nanos.status());
    }
    return nanos.value() / NANOS_PER_MILLI;
  }
}
