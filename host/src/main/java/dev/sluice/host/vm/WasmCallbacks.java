package dev.sluice.host.vm;

import dev.sluice.abi.Callback;
import dev.sluice.abi.DataStatus;
import dev.sluice.abi.HeadersStatus;
import dev.sluice.abi.PeerType;
import dev.sluice.abi.StopOrContinue;
import dev.sluice.abi.event.HostCallbacks;

/** A module's exports as the model calls them. */
final class WasmCallbacks implements HostCallbacks {
  private final WasmGuest guest;

  WasmCallbacks(WasmGuest guest) {
    this.guest = guest;
  }

  @Override
  public boolean onVmStart(int rootContextId, int configurationSize) {
    return guest.call(Callback.VM_START, rootContextId, configurationSize) != 0;
  }

  @Override
  public boolean onValidateConfiguration(int rootContextId, int configurationSize) {
    return guest.call(Callback.VALIDATE_CONFIGURATION, rootContextId, configurationSize) != 0;
  }

  @Override
  public boolean onConfigure(int rootContextId, int configurationSize) {
    return guest.call(Callback.CONFIGURE, rootContextId, configurationSize) != 0;
  }

  @Override
  public void onContextCreate(int contextId, int parentContextId) {
    guest.call(Callback.CONTEXT_CREATE, contextId, parentContextId);
  }

  @Override
  public HeadersStatus onRequestHeaders(int contextId, int headerCount, boolean endOfStream) {
    return status(guest.call(Callback.REQUEST_HEADERS, contextId, headerCount, endOfStream ? 1 : 0));
  }

  @Override
  public HeadersStatus onResponseHeaders(int contextId, int headerCount, boolean endOfStream) {
    return status(guest.call(Callback.RESPONSE_HEADERS, contextId, headerCount, endOfStream ? 1 : 0));
  }

  @Override
  public DataStatus onRequestBody(int contextId, int bodySize, boolean endOfStream) {
    return data(guest.call(Callback.REQUEST_BODY, contextId, bodySize, endOfStream ? 1 : 0));
  }

  @Override
  public StopOrContinue onRequestTrailers(int contextId, int trailerCount) {
    return stop(guest.call(Callback.REQUEST_TRAILERS, contextId, trailerCount));
  }

  @Override
  public StopOrContinue onRequestMetadata(int contextId, int elementCount) {
    return stop(guest.call(Callback.REQUEST_METADATA, contextId, elementCount));
  }

  @Override
  public DataStatus onResponseBody(int contextId, int bodySize, boolean endOfStream) {
    return data(guest.call(Callback.RESPONSE_BODY, contextId, bodySize, endOfStream ? 1 : 0));
  }

  @Override
  public StopOrContinue onResponseTrailers(int contextId, int trailerCount) {
    return stop(guest.call(Callback.RESPONSE_TRAILERS, contextId, trailerCount));
  }

  @Override
  public StopOrContinue onResponseMetadata(int contextId, int elementCount) {
    return stop(guest.call(Callback.RESPONSE_METADATA, contextId, elementCount));
  }

  /** A result that the ABI does not define keeps nothing, as in Envoy. */
  private static DataStatus data(int code) {
    return DataStatus.fromCode(code).getOrElse(DataStatus.STOP_ITERATION_NO_BUFFER);
  }

  private static StopOrContinue stop(int code) {
    return StopOrContinue.fromCode(code).getOrElse(StopOrContinue.STOP_ITERATION);
  }

  @Override
  public StopOrContinue onNewConnection(int contextId) {
    return stop(guest.call(Callback.NEW_CONNECTION, contextId));
  }

  @Override
  public StopOrContinue onDownstreamData(int contextId, int dataSize, boolean endOfStream) {
    return stop(guest.call(Callback.DOWNSTREAM_DATA, contextId, dataSize, endOfStream ? 1 : 0));
  }

  @Override
  public StopOrContinue onUpstreamData(int contextId, int dataSize, boolean endOfStream) {
    return stop(guest.call(Callback.UPSTREAM_DATA, contextId, dataSize, endOfStream ? 1 : 0));
  }

  @Override
  public void onDownstreamConnectionClose(int contextId, PeerType closedBy) {
    guest.call(Callback.DOWNSTREAM_CONNECTION_CLOSE, contextId, closedBy.code());
  }

  @Override
  public void onUpstreamConnectionClose(int contextId, PeerType closedBy) {
    guest.call(Callback.UPSTREAM_CONNECTION_CLOSE, contextId, closedBy.code());
  }

  @Override
  public void onTick(int rootContextId) {
    guest.call(Callback.TICK, rootContextId);
  }

  @Override
  public void onQueueReady(int rootContextId, int queue) {
    guest.call(Callback.QUEUE_READY, rootContextId, queue);
  }

  @Override
  public void onForeignFunction(int rootContextId, int function, int argumentsSize) {
    guest.call(Callback.FOREIGN_FUNCTION, rootContextId, function, argumentsSize);
  }

  @Override
  public void onHttpCallResponse(int rootContextId, int token, int headerCount, int bodySize, int trailerCount) {
    guest.call(Callback.HTTP_CALL_RESPONSE, rootContextId, token, headerCount, bodySize, trailerCount);
  }

  @Override
  public void onGrpcReceiveInitialMetadata(int rootContextId, int token, int elementCount) {
    guest.call(Callback.GRPC_RECEIVE_INITIAL_METADATA, rootContextId, token, elementCount);
  }

  @Override
  public void onGrpcReceive(int rootContextId, int token, int messageSize) {
    guest.call(Callback.GRPC_RECEIVE, rootContextId, token, messageSize);
  }

  @Override
  public void onGrpcReceiveTrailingMetadata(int rootContextId, int token, int elementCount) {
    guest.call(Callback.GRPC_RECEIVE_TRAILING_METADATA, rootContextId, token, elementCount);
  }

  @Override
  public void onGrpcClose(int rootContextId, int token, int grpcStatus) {
    guest.call(Callback.GRPC_CLOSE, rootContextId, token, grpcStatus);
  }

  /** A result that the ABI does not define holds everything, as in Envoy. */
  private static HeadersStatus status(int code) {
    return HeadersStatus.fromCode(code).getOrElse(HeadersStatus.STOP_ALL_ITERATION_AND_WATERMARK);
  }

  @Override
  public boolean onDone(int contextId) {
    return guest.call(Callback.DONE, contextId) != 0;
  }

  @Override
  public void onLog(int contextId) {
    guest.call(Callback.LOG, contextId);
  }

  @Override
  public void onDelete(int contextId) {
    guest.call(Callback.DELETE, contextId);
  }
}
