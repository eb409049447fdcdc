package dev.sluice.abi;

import io.vavr.control.Option;

/**
 * A callback that a host makes into a module. A host skips those that the module does not export, so each one left
 * out is time saved on every stream.
 */
public enum Callback {
  VM_START("proxy_on_vm_start"),
  CONFIGURE("proxy_on_configure"),
  CONTEXT_CREATE("proxy_on_context_create"),
  REQUEST_HEADERS("proxy_on_request_headers"),
  RESPONSE_HEADERS("proxy_on_response_headers"),
  DONE("proxy_on_done"),
  LOG("proxy_on_log"),
  DELETE("proxy_on_delete");

  private static final Callback[] VALUES = values();

  private final String exportName;

  Callback(String exportName) {
    this.exportName = exportName;
  }

  /** The name of the wasm export. */
  public String exportName() {
    return exportName;
  }

  /** The callback with this export name, none for any other name. */
  public static Option<Callback> fromExportName(String name) {
    for (Callback callback : VALUES) {
      if (callback.exportName.equals(name)) {
        return Option.some(callback);
      }
    }
    return Option.none();
  }
}
