package dev.sluice.bridge.probe;

import dev.sluice.abi.Bytes;
import dev.sluice.abi.HeadersStatus;
import dev.sluice.abi.LogLevel;
import dev.sluice.abi.attribute.Attribute;
import dev.sluice.abi.attribute.RequestAttributes;
import dev.sluice.abi.call.Hostcalls;
import dev.sluice.abi.event.HostCallbacks;
import dev.sluice.abi.event.HostCallbacksFactory;

/** Reads one attribute. */
public final class ReadsPath implements HostCallbacksFactory {
  private static final Attribute<String> PATH = RequestAttributes.path();

  @Override
  public HostCallbacks create(Hostcalls host) {
    return new HostCallbacks() {
      @Override
      public HeadersStatus onRequestHeaders(int contextId, int headerCount, boolean endOfStream) {
        host.log().log(LogLevel.INFO, Bytes.utf8(PATH.read(host.properties()).orElse("none")));
        return HeadersStatus.CONTINUE;
      }
    };
  }
}
