package dev.sluice.abi.guest;

import dev.sluice.abi.BufferType;
import dev.sluice.abi.Fetched;
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
}
