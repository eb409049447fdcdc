package dev.sluice.abi.call;

import dev.sluice.abi.Bytes;
import dev.sluice.abi.Fetched;
import dev.sluice.abi.Status;

/** Attributes of stream, connection, route and proxy. */
public interface PropertyCalls {
  /** The value at a path ({@code proxy_get_property}), see {@link dev.sluice.abi.codec.PropertyPath}. */
  Fetched get(Bytes path);

  /** Sets a value ({@code proxy_set_property}); Envoy keeps it as filter state {@code wasm.<path>}. */
  Status set(Bytes path, Bytes value);
}
