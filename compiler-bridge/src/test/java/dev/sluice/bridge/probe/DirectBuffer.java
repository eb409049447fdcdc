package dev.sluice.bridge.probe;

import dev.sluice.abi.call.Hostcalls;
import dev.sluice.abi.event.HostCallbacks;
import dev.sluice.abi.event.HostCallbacksFactory;
import java.nio.ByteBuffer;

/** Asks for memory outside of the heap. */
public final class DirectBuffer implements HostCallbacksFactory {
  @Override
  public HostCallbacks create(Hostcalls host) {
    return new ProbeCallbacks(host, number -> ByteBuffer.allocateDirect(8).putInt(number).toString());
  }
}
