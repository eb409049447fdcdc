package dev.sluice.host.vm;

import dev.sluice.abi.Callback;
import dev.sluice.abi.HeadersStatus;
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
