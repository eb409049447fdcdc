package dev.sluice.abi.event;

import dev.sluice.abi.DataStatus;
import dev.sluice.abi.HeadersStatus;
import dev.sluice.abi.PeerType;
import dev.sluice.abi.StopOrContinue;

/**
 * What a host calls in a plugin, one method a callback of the ABI. Implementations throw nothing. Contexts are numbers
 * the host chooses: a root context for each configured plugin, a stream context for each HTTP exchange or TCP
 * connection. A module exports, and so a host calls, only what its code {@linkplain dev.sluice.abi.Needs needs}, or for
 * a plugin written against the ABI alone, what its class overrides.
 */
public interface HostCallbacks {

  // a VM and its plugins

  /** The VM starts ({@code proxy_on_vm_start}). False refuses the VM. */
  default boolean onVmStart(int rootContextId, int configurationSize) {
    return true;
  }

  /** A configuration is checked without being used ({@code proxy_validate_configuration}). False refuses it. */
  default boolean onValidateConfiguration(int rootContextId, int configurationSize) {
    return true;
  }

  /** A plugin is configured, or configured anew ({@code proxy_on_configure}). False refuses the configuration. */
  default boolean onConfigure(int rootContextId, int configurationSize) {
    return true;
  }

  /** A context comes into being ({@code proxy_on_context_create}); a parent of 0 means a root context. */
  default void onContextCreate(int contextId, int parentContextId) {}

  /** The tick period is over ({@code proxy_on_tick}). */
  default void onTick(int rootContextId) {}

  /** A message is in a queue that this VM registered ({@code proxy_on_queue_ready}). */
  default void onQueueReady(int rootContextId, int queue) {}

  /** The host calls the plugin by itself ({@code proxy_on_foreign_function}); arguments are in the call data buffer. */
  default void onForeignFunction(int rootContextId, int function, int argumentsSize) {}

  // HTTP streams

  /** Request headers are there ({@code proxy_on_request_headers}). */
  default HeadersStatus onRequestHeaders(int contextId, int headerCount, boolean endOfStream) {
    return HeadersStatus.CONTINUE;
  }

  /**
   * A piece of the request body is there ({@code proxy_on_request_body}).
   *
   * @param bodySize bytes in the buffer: all that is held, not only what is new
   */
  default DataStatus onRequestBody(int contextId, int bodySize, boolean endOfStream) {
    return DataStatus.CONTINUE;
  }

  /** Request trailers are there ({@code proxy_on_request_trailers}); many streams have none. */
  default StopOrContinue onRequestTrailers(int contextId, int trailerCount) {
    return StopOrContinue.CONTINUE;
  }

  /**
   * An HTTP/2 METADATA frame of the request has come ({@code proxy_on_request_metadata}). The ABI has no map to read it by,
   * and hosts go on whatever the answer is.
   */
  default StopOrContinue onRequestMetadata(int contextId, int elementCount) {
    return StopOrContinue.CONTINUE;
  }

  /** Response headers are there ({@code proxy_on_response_headers}). */
  default HeadersStatus onResponseHeaders(int contextId, int headerCount, boolean endOfStream) {
    return HeadersStatus.CONTINUE;
  }

  /** A piece of the response body is there ({@code proxy_on_response_body}), see {@link #onRequestBody}. */
  default DataStatus onResponseBody(int contextId, int bodySize, boolean endOfStream) {
    return DataStatus.CONTINUE;
  }

  /** Response trailers are there ({@code proxy_on_response_trailers}). */
  default StopOrContinue onResponseTrailers(int contextId, int trailerCount) {
    return StopOrContinue.CONTINUE;
  }

  /**
   * An HTTP/2 METADATA frame of the response has come ({@code proxy_on_response_metadata}). The ABI has no map to read it by,
   * and hosts go on whatever the answer is.
   */
  default StopOrContinue onResponseMetadata(int contextId, int elementCount) {
    return StopOrContinue.CONTINUE;
  }

  // TCP connections

  /** A client has connected ({@code proxy_on_new_connection}). */
  default StopOrContinue onNewConnection(int contextId) {
    return StopOrContinue.CONTINUE;
  }

  /** Bytes from the client are there ({@code proxy_on_downstream_data}). */
  default StopOrContinue onDownstreamData(int contextId, int dataSize, boolean endOfStream) {
    return StopOrContinue.CONTINUE;
  }

  /** Bytes from the upstream are there ({@code proxy_on_upstream_data}). */
  default StopOrContinue onUpstreamData(int contextId, int dataSize, boolean endOfStream) {
    return StopOrContinue.CONTINUE;
  }

  /** The client's connection is closed ({@code proxy_on_downstream_connection_close}). */
  default void onDownstreamConnectionClose(int contextId, PeerType closedBy) {}

  /** The upstream's connection is closed ({@code proxy_on_upstream_connection_close}). */
  default void onUpstreamConnectionClose(int contextId, PeerType closedBy) {}

  // answers to the plugin's own calls, in the root context

  /**
   * The answer to an HTTP callout ({@code proxy_on_http_call_response}). Where it takes too long, or the way to the
   * service fails, Envoy answers in its place with 504 or 503. No headers at all mean that a response broke off.
   */
  default void onHttpCallResponse(int rootContextId, int token, int headerCount, int bodySize, int trailerCount) {}

  /** Initial metadata of a gRPC answer ({@code proxy_on_grpc_receive_initial_metadata}). */
  default void onGrpcReceiveInitialMetadata(int rootContextId, int token, int elementCount) {}

  /** A message of a gRPC answer is in the gRPC buffer ({@code proxy_on_grpc_receive}). */
  default void onGrpcReceive(int rootContextId, int token, int messageSize) {}

  /** Trailing metadata of a gRPC answer ({@code proxy_on_grpc_receive_trailing_metadata}). */
  default void onGrpcReceiveTrailingMetadata(int rootContextId, int token, int elementCount) {}

  /** A gRPC call is over ({@code proxy_on_grpc_close}); 0 means well. */
  default void onGrpcClose(int rootContextId, int token, int grpcStatus) {}

  // the end of a context

  /** A context ends ({@code proxy_on_done}). False keeps it until the plugin says it is done. */
  default boolean onDone(int contextId) {
    return true;
  }

  /** Time to write the access log ({@code proxy_on_log}). */
  default void onLog(int contextId) {}

  /** A context is gone ({@code proxy_on_delete}). */
  default void onDelete(int contextId) {}
}
