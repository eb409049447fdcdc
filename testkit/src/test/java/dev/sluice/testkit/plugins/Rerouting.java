package dev.sluice.testkit.plugins;

import dev.sluice.abi.Bytes;
import dev.sluice.abi.HeadersStatus;
import dev.sluice.abi.MapType;
import dev.sluice.abi.call.Hostcalls;
import dev.sluice.abi.event.HostCallbacks;
import dev.sluice.abi.event.HostCallbacksFactory;

/** Sends each request to another path. */
public final class Rerouting implements HostCallbacksFactory {
  public static final String PATH = "/other/path";

  @Override
  public HostCallbacks create(Hostcalls host) {
    return new HostCallbacks() {
      @Override
      public HeadersStatus onRequestHeaders(int contextId, int headerCount, boolean endOfStream) {
        host.headers().replace(MapType.REQUEST_HEADERS, Bytes.utf8(":path"), Bytes.utf8(PATH));
        return HeadersStatus.CONTINUE;
      }
    };
  }
}
