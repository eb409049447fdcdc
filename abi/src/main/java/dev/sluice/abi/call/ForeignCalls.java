package dev.sluice.abi.call;

import dev.sluice.abi.Bytes;
import dev.sluice.abi.Fetched;
import dev.sluice.abi.Status;

/** Functions that a host offers beyond the ABI. */
public interface ForeignCalls {
  /** Calls a function by its name ({@code proxy_call_foreign_function}). */
  default Fetched call(Bytes function, Bytes arguments) {
    return Fetched.failed(Status.UNIMPLEMENTED);
  }
}
