package dev.sluice.abi.event;

import dev.sluice.abi.HeadersStatus;

/**
 * What a host calls in a plugin, one method a callback of the ABI. Implementations throw nothing. Contexts are numbers
 * the host chooses: a root context for each configured plugin, a stream context for each HTTP exchange or TCP
 * connection. A module exports, and so a host calls, only what its code {@linkplain dev.sluice.abi.Needs needs}.
 */
public interface HostCallbacks {

  /** The VM starts ({@code proxy_on_vm_start}). False refuses the VM. */
  default boolean onVmStart(int rootContextId, int configurationSize) {
    return true;
  }

  /** A plugin is configured, or configured anew ({@code proxy_on_configure}). False refuses the configuration. */
  default boolean onConfigure(int rootContextId, int configurationSize) {
    return true;
  }

  /** A context comes into being ({@code proxy_on_context_create}); a parent of 0 means a root context. */
  default void onContextCreate(int contextId, int parentContextId) {}

  /** Request headers are there ({@code proxy_on_request_headers}). */
  default HeadersStatus onRequestHeaders(int contextId, int headerCount, boolean endOfStream) {
    return HeadersStatus.CONTINUE;
  }

  /** Response headers are there ({@code proxy_on_response_headers}). */
  default HeadersStatus onResponseHeaders(int contextId, int headerCount, boolean endOfStream) {
    return HeadersStatus.CONTINUE;
  }

  /** A context ends ({@code proxy_on_done}). False keeps it until the plugin says it is done. */
  default boolean onDone(int contextId) {
    return true;
  }

  /** Time to write the access log ({@code proxy_on_log}). */
  default void onLog(int contextId) {}

  /** A context is gone ({@code proxy_on_delete}). */
  default void onDelete(int contextId) {}
}
