package dev.sluice.plan;

import dev.sluice.abi.Answer;
import dev.sluice.abi.Bytes;
import dev.sluice.abi.SharedValue;
import dev.sluice.abi.Status;

/** The host's shared data as runs see it. */
public final class SharedTable {
  private static final long NANOS_PER_MILLI = 1_000_000;

  /** Hosts count from 1, so this is the last one that they would come to. */
  private static final int NOBODYS = -1;

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

  /**
   * What to compare with when what was read is replaced, so that nothing that somebody else wrote meanwhile is lost. What is
   * new is written by proxy-wasm-cpp-host whatever is compared, and a number that no value has finds the one that has come
   * meanwhile; a host that refuses this for what is new gets 0 at the next try.
   *
   * @param tries how often it has been tried before
   */
  public static int compared(SharedValue read, int tries) {
    boolean there = read.value().status() != Status.NOT_FOUND;
    return there ? read.cas() : tries == 0 ? NOBODYS : 0;
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
