package dev.sluice.abi;

import io.vavr.control.Option;

/**
 * A callback that a host makes into a module. A host skips those that the module does not export, so each one left
 * out is time saved on every stream.
 */
public enum Callback {
  VM_START("proxy_on_vm_start"),
  VALIDATE_CONFIGURATION("proxy_validate_configuration"),
  CONFIGURE("proxy_on_configure"),
  TICK("proxy_on_tick"),
  CONTEXT_CREATE("proxy_on_context_create"),
  NEW_CONNECTION("proxy_on_new_connection"),
  DOWNSTREAM_DATA("proxy_on_downstream_data"),
  UPSTREAM_DATA("proxy_on_upstream_data"),
  DOWNSTREAM_CONNECTION_CLOSE("proxy_on_downstream_connection_close"),
  UPSTREAM_CONNECTION_CLOSE("proxy_on_upstream_connection_close"),
  REQUEST_HEADERS("proxy_on_request_headers"),
  REQUEST_BODY("proxy_on_request_body"),
  REQUEST_TRAILERS("proxy_on_request_trailers"),
  REQUEST_METADATA("proxy_on_request_metadata"),
  RESPONSE_HEADERS("proxy_on_response_headers"),
  RESPONSE_BODY("proxy_on_response_body"),
  RESPONSE_TRAILERS("proxy_on_response_trailers"),
  RESPONSE_METADATA("proxy_on_response_metadata"),
  HTTP_CALL_RESPONSE("proxy_on_http_call_response"),
  GRPC_RECEIVE_INITIAL_METADATA("proxy_on_grpc_receive_initial_metadata"),
  GRPC_RECEIVE("proxy_on_grpc_receive"),
  GRPC_RECEIVE_TRAILING_METADATA("proxy_on_grpc_receive_trailing_metadata"),
  GRPC_CLOSE("proxy_on_grpc_close"),
  QUEUE_READY("proxy_on_queue_ready"),
  FOREIGN_FUNCTION("proxy_on_foreign_function"),
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
