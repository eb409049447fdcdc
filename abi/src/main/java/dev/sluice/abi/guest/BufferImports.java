package dev.sluice.abi.guest;

import dev.sluice.abi.BufferStatus;
import dev.sluice.abi.BufferType;
import dev.sluice.abi.Bytes;
import dev.sluice.abi.Fetched;
import dev.sluice.abi.Status;
import dev.sluice.abi.call.BufferCalls;
import org.teavm.interop.Import;

/** Buffers over the imports. */
final class BufferImports implements BufferCalls {

  @Import(module = "env", name = "proxy_get_buffer_bytes")
  private static native int getBytes(int buffer, int start, int maxSize, int outBytes, int outSize);

  @Override
  public Fetched get(BufferType buffer, int start, int maxSize) {
    return ArenaBytes.result(
        getBytes(buffer.code(), start, maxSize, Arena.FIRST_RESULT, Arena.SECOND_RESULT));
  }

  @Import(module = "env", name = "proxy_get_buffer_status")
  private static native int getStatus(int buffer, int outLength, int outFlags);

  @Override
  public BufferStatus status(BufferType buffer) {
    int answer = getStatus(buffer.code(), Arena.FIRST_RESULT, Arena.SECOND_RESULT);
    if (answer != 0) {
      return new BufferStatus(Status.of(answer), 0, 0);
    }
    return new BufferStatus(
        Status.OK, LinearMemory.getInt(Arena.FIRST_RESULT), LinearMemory.getInt(Arena.SECOND_RESULT));
  }

  @Import(module = "env", name = "proxy_set_buffer_bytes")
  private static native int setBytes(int buffer, int start, int length, int bytes, int bytesSize);

  @Override
  public Status set(BufferType buffer, int start, int length, Bytes bytes) {
    int at = Arena.place(bytes);
    return Status.of(setBytes(buffer.code(), start, length, at, bytes.length()));
  }

  @Override
  public Status set(BufferType buffer, int start, int length, byte[] bytes, int size) {
    int at = Arena.place(bytes, size);
    return Status.of(setBytes(buffer.code(), start, length, at, size));
  }
}
