package dev.sluice.bridge.probe;

import dev.sluice.abi.Bytes;
import dev.sluice.abi.HeadersStatus;
import dev.sluice.abi.LogLevel;
import dev.sluice.abi.call.Hostcalls;
import dev.sluice.abi.event.HostCallbacks;

/** Runs one numbered case for each request and logs what came of it: the context id is the case. */
final class ProbeCallbacks implements HostCallbacks {
  private final Hostcalls host;
  private final Cases cases;

  interface Cases {
    String run(int number) throws Exception;
  }

  ProbeCallbacks(Hostcalls host, Cases cases) {
    this.host = host;
    this.cases = cases;
  }

  @Override
  public HeadersStatus onRequestHeaders(int contextId, int headerCount, boolean endOfStream) {
    String outcome;
    try {
      outcome = cases.run(contextId);
    } catch (Throwable failure) {
      outcome = failure.toString();
    }
    host.log().log(LogLevel.INFO, Bytes.utf8(outcome));
    return HeadersStatus.CONTINUE;
  }
}
