package dev.sluice.host.model;

import dev.sluice.abi.BufferStatus;
import dev.sluice.abi.BufferType;
import dev.sluice.abi.Bytes;
import dev.sluice.abi.Fetched;
import dev.sluice.abi.Status;
import dev.sluice.abi.call.BufferCalls;

/**
 * Buffers; start and length are unsigned, reading past the end is cut off. Bodies and data of connections that are not
 * there are, as in Envoy, empty ones that cannot be changed.
 */
public final class BufferFamily implements BufferCalls {
  private static final String GET = "proxy_get_buffer_bytes";
  private static final String STATUS = "proxy_get_buffer_status";
  private static final String SET = "proxy_set_buffer_bytes";

  private final CurrentContext current;

  BufferFamily(CurrentContext current) {
    this.current = current;
  }

  @Override
  public Fetched get(BufferType buffer, int start, int maxSize) {
    Context context = current.require(GET);
    DataBuffer data = context.writableBuffer(buffer);
    Bytes bytes = data == null ? readOnly(context, buffer) : data.range(start, maxSize);
    Status status = bytes == null ? Status.NOT_FOUND : Status.OK;
    current.called(GET, status, buffer, Integer.toUnsignedLong(start), Integer.toUnsignedLong(maxSize));
    if (bytes == null) {
      return Fetched.failed(status);
    }
    return Fetched.of(data == null ? DataBuffer.range(bytes, start, maxSize) : bytes);
  }

  @Override
  public BufferStatus status(BufferType buffer) {
    Context context = current.require(STATUS);
    DataBuffer data = context.writableBuffer(buffer);
    Bytes bytes = data == null ? readOnly(context, buffer) : null;
    boolean found = data != null || bytes != null;
    Status status = found ? Status.OK : Status.NOT_FOUND;
    current.called(STATUS, status, buffer);
    return new BufferStatus(status, data != null ? data.length() : found ? bytes.length() : 0, 0);
  }

  /**
   * {@inheritDoc} A buffer that can only be read is a {@link Status#BAD_ARGUMENT}, and so is a start within the buffer:
   * Envoy changes a buffer at its ends only.
   */
  @Override
  public Status set(BufferType buffer, int start, int length, Bytes bytes) {
    Context context = current.require(SET);
    DataBuffer data = context.writableBuffer(buffer);
    boolean atAnEnd = data != null && (start == 0 || Integer.compareUnsigned(start, data.length()) >= 0);
    boolean there = data != null || readOnly(context, buffer) != null;
    Status status = atAnEnd ? Status.OK : there ? Status.BAD_ARGUMENT : Status.NOT_FOUND;
    if (atAnEnd) {
      data.replace(start, length, bytes);
    }
    current.called(SET, status, buffer, Integer.toUnsignedLong(start), Integer.toUnsignedLong(length), bytes);
    return status;
  }

  /** Null where there is none. */
  private static Bytes readOnly(Context context, BufferType buffer) {
    Bytes bytes = context.buffer(buffer);
    return bytes == null ? absent(buffer) : bytes;
  }

  private static Bytes absent(BufferType buffer) {
    return switch (buffer) {
      case HTTP_REQUEST_BODY, HTTP_RESPONSE_BODY, DOWNSTREAM_DATA, UPSTREAM_DATA, GRPC_RECEIVE_BUFFER, CALL_DATA ->
        Bytes.EMPTY;
      case HTTP_CALL_RESPONSE_BODY, VM_CONFIGURATION, PLUGIN_CONFIGURATION -> null;
    };
  }
}
