package dev.sluice.abi.call;

import dev.sluice.abi.BufferType;
import dev.sluice.abi.Fetched;

/** Bodies, data and configurations. */
public interface BufferCalls {
  /**
   * Reads at most {@code maxSize} bytes from {@code start} ({@code proxy_get_buffer_bytes}). A start past the end is
   * OK and empty; {@link dev.sluice.abi.Status#NOT_FOUND} where the buffer is not there in the current phase.
   */
  Fetched get(BufferType buffer, int start, int maxSize);
}
