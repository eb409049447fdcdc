package dev.sluice.host.model;

import dev.sluice.abi.Bytes;
import dev.sluice.abi.Status;
import java.util.HashMap;
import java.util.Map;

/**
 * What plugins have set on a stream: values by {@code proxy_set_property}, and objects of the filter state itself. A
 * value can be read by a path of one segment only: Envoy looks for what the first segment names.
 */
final class PluginState {
  private final Map<String, Value> values = new HashMap<>();
  private final Map<String, Bytes> objects = new HashMap<>();

  /** The value, null where none has been set. */
  Bytes get(String name) {
    Value value = values.get(name);
    return value == null ? null : value.bytes;
  }

  /**
   * Sets a value.
   *
   * @param readOnly whether this is the last value, where it is the first one
   * @return {@link Status#BAD_ARGUMENT} where it was the last value that is there
   */
  Status set(Bytes path, Bytes bytes, boolean readOnly) {
    Value before = values.get(path.latin1());
    if (before != null && before.readOnly) {
      return Status.BAD_ARGUMENT;
    }
    values.put(path.latin1(), new Value(bytes, before == null && readOnly));
    return Status.OK;
  }

  /** An object of the filter state, serialized; null where there is none. */
  Bytes object(String key) {
    return objects.get(key);
  }

  void setObject(String key, Bytes bytes) {
    objects.put(key, bytes);
  }

  private record Value(Bytes bytes, boolean readOnly) {}
}
