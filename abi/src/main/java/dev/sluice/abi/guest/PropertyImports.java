package dev.sluice.abi.guest;

import dev.sluice.abi.Bytes;
import dev.sluice.abi.Fetched;
import dev.sluice.abi.Status;
import dev.sluice.abi.call.PropertyCalls;
import org.teavm.interop.Import;

/** Properties over the imports. */
final class PropertyImports implements PropertyCalls {

  @Import(module = "env", name = "proxy_get_property")
  private static native int getProperty(int path, int pathSize, int outValue, int outSize);

  @Override
  public Fetched get(Bytes path) {
    int at = Arena.place(path);
    return ArenaBytes.result(getProperty(at, path.length(), Arena.FIRST_RESULT, Arena.SECOND_RESULT));
  }

  @Import(module = "env", name = "proxy_set_property")
  private static native int setProperty(int path, int pathSize, int value, int valueSize);

  @Override
  public Status set(Bytes path, Bytes value) {
    int pathAt = Arena.place(path);
    int valueAt = Arena.place(value);
    return Status.of(setProperty(pathAt, path.length(), valueAt, value.length()));
  }
}
