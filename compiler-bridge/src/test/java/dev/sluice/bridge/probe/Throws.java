package dev.sluice.bridge.probe;

import dev.sluice.abi.HeadersStatus;
import dev.sluice.abi.call.Hostcalls;
import dev.sluice.abi.event.HostCallbacks;
import dev.sluice.abi.event.HostCallbacksFactory;

/** Breaks the contract of callbacks: throws. */
public final class Throws implements HostCallbacksFactory {
  @Override
  public HostCallbacks create(Hostcalls host) {
    return new Thrower();
  }

  private static final class Thrower implements HostCallbacks {
    @Override
    public HeadersStatus onRequestHeaders(int contextId, int headerCount, boolean endOfStream) {
      throw new IllegalStateException("context " + contextId);
    }
  }
}
