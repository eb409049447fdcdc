package dev.sluice.abi.call;

import dev.sluice.abi.BufferStatus;
import dev.sluice.abi.BufferType;
import dev.sluice.abi.Bytes;
import dev.sluice.abi.Fetched;
import dev.sluice.abi.Status;

/** Bodies, data and configurations. */
public interface BufferCalls {
  /**
   * Reads at most {@code maxSize} bytes from {@code start} ({@code proxy_get_buffer_bytes}). A start past the end is
   * OK and empty; {@link dev.sluice.abi.Status#NOT_FOUND} where the buffer is not there in the current phase.
   */
  Fetched get(BufferType buffer, int start, int maxSize);

  /** How much a buffer holds ({@code proxy_get_buffer_status}). */
  default BufferStatus status(BufferType buffer) {
    return new BufferStatus(Status.UNIMPLEMENTED, 0, 0);
  }

  /**
   * Replaces {@code length} bytes from {@code start} by these ({@code proxy_set_buffer_bytes}). 0 and 0 puts them
   * before all there is, a start at or behind the end puts them behind. Envoy changes a buffer at its ends only: a start
   * in between is a {@link Status#BAD_ARGUMENT} there.
   */
  default Status set(BufferType buffer, int start, int length, Bytes bytes) {
    return Status.UNIMPLEMENTED;
  }

  /**
   * Like {@link #set(BufferType, int, int, Bytes)}, with the first {@code size} bytes of an array that stays the caller's:
   * for who writes to the same array again and again.
   */
  default Status set(BufferType buffer, int start, int length, byte[] bytes, int size) {
    byte[] copy = new byte[size];
    System.arraycopy(bytes, 0, copy, 0, size);
    return set(buffer, start, length, Bytes.wrap(copy));
  }
}
