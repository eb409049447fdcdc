package dev.sluice.bridge.probe;

import dev.sluice.abi.call.Hostcalls;
import dev.sluice.abi.event.HostCallbacks;
import dev.sluice.abi.event.HostCallbacksFactory;
import org.teavm.runtime.heap.Heap;

/** Asks TeaVM itself for memory. */
public final class OwnHeap implements HostCallbacksFactory {
  @Override
  public HostCallbacks create(Hostcalls host) {
    return new ProbeCallbacks(host, number -> Heap.alloc(number).toInt() > 0 ? "got some" : "got none");
  }
}
