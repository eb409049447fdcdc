package dev.sluice.host.model;

import dev.sluice.abi.Callback;
import dev.sluice.abi.event.HostCallbacks;

/** A guest whose callbacks are made only where its plugin may be called by them. */
record RestrictedGuest(Guest guest, Capabilities capabilities) implements Guest {
  @Override
  public boolean exports(Callback callback) {
    return capabilities.allow(callback) && guest.exports(callback);
  }

  @Override
  public HostCallbacks callbacks() {
    return guest.callbacks();
  }

  @Override
  public void close() {
    guest.close();
  }
}
