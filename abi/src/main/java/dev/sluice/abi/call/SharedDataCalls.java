package dev.sluice.abi.call;

import dev.sluice.abi.Bytes;
import dev.sluice.abi.Fetched;
import dev.sluice.abi.SharedValue;
import dev.sluice.abi.Status;

/** A table of bytes that all VMs with the same VM id share. */
public interface SharedDataCalls {
  /** The value of a key ({@code proxy_get_shared_data}). */
  default SharedValue get(Bytes key) {
    return new SharedValue(Fetched.failed(Status.UNIMPLEMENTED), 0);
  }

  /**
   * Writes a value ({@code proxy_set_shared_data}). There is no way to remove a key: keys chosen by clients grow memory.
   *
   * @param cas what the value read last came with, 0 to write whatever is there
   * @return {@link Status#CAS_MISMATCH} where somebody wrote in between
   */
  default Status set(Bytes key, Bytes value, int cas) {
    return Status.UNIMPLEMENTED;
  }
}
