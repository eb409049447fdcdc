package dev.sluice.abi.guest;

import dev.sluice.abi.Bytes;
import dev.sluice.abi.SharedValue;
import dev.sluice.abi.Status;
import dev.sluice.abi.call.SharedDataCalls;
import org.teavm.interop.Import;

/** Shared data over the imports. */
final class SharedDataImports implements SharedDataCalls {

  @Import(module = "env", name = "proxy_get_shared_data")
  private static native int getSharedData(int key, int keySize, int outValue, int outValueSize, int outCas);

  @Override
  public SharedValue get(Bytes key) {
    int keyAt = Arena.place(key);
    int answer = getSharedData(keyAt, key.length(), Arena.FIRST_RESULT, Arena.SECOND_RESULT, Arena.THIRD_RESULT);
    int cas = answer == 0 ? LinearMemory.getInt(Arena.THIRD_RESULT) : 0;
    return new SharedValue(ArenaBytes.result(answer), cas);
  }

  @Import(module = "env", name = "proxy_set_shared_data")
  private static native int setSharedData(int key, int keySize, int value, int valueSize, int cas);

  @Override
  public Status set(Bytes key, Bytes value, int cas) {
    int keyAt = Arena.place(key);
    int valueAt = Arena.place(value);
    return Status.of(setSharedData(keyAt, key.length(), valueAt, value.length(), cas));
  }
}
