package dev.sluice.bridge.probe;

import dev.sluice.abi.call.Hostcalls;
import dev.sluice.abi.event.HostCallbacks;
import dev.sluice.abi.event.HostCallbacksFactory;

/** Does what a module cannot. */
public final class OpensSocket implements HostCallbacksFactory {
  @Override
  public HostCallbacks create(Hostcalls host) {
    return new ProbeCallbacks(host, OpensSocket::connect);
  }

  private static String connect(int port) throws Exception {
    try (java.net.Socket socket = new java.net.Socket("localhost", port)) {
      return socket.toString();
    }
  }
}
