package dev.sluice.host.model;

import dev.sluice.abi.BufferType;
import dev.sluice.abi.Bytes;
import dev.sluice.abi.Fetched;
import dev.sluice.abi.Status;
import dev.sluice.abi.call.BufferCalls;

/** Buffers; start and length are unsigned, reading past the end is cut off. */
public final class BufferFamily implements BufferCalls {
  private static final String GET = "proxy_get_buffer_bytes";

  private final CurrentContext current;

  BufferFamily(CurrentContext current) {
    this.current = current;
  }

  @Override
  public Fetched get(BufferType buffer, int start, int maxSize) {
    Bytes bytes = current.require(GET).buffer(buffer);
    Status status = bytes == null ? Status.NOT_FOUND : Status.OK;
    current.called(GET, status, buffer, Integer.toUnsignedLong(start), Integer.toUnsignedLong(maxSize));
    if (bytes == null) {
      return Fetched.failed(status);
    }
    long from = Math.min(Integer.toUnsignedLong(start), bytes.length());
    long to = Math.min(from + Integer.toUnsignedLong(maxSize), bytes.length());
    return Fetched.of(bytes.slice((int) from, (int) to));
  }
}
