package dev.sluice.testkit.acceptance.conformance;

import dev.sluice.abi.Bytes;
import dev.sluice.abi.DataStatus;
import dev.sluice.abi.Decimal;
import dev.sluice.abi.HeadersStatus;
import dev.sluice.abi.LogLevel;
import dev.sluice.abi.StopOrContinue;
import dev.sluice.abi.call.Hostcalls;
import dev.sluice.abi.event.HostCallbacks;
import dev.sluice.abi.event.HostCallbacksFactory;

/** Tells of HTTP/2 metadata among the other callbacks, and asks for a stop, which no host heeds. */
public final class MetadataPlugin implements HostCallbacksFactory {
  @Override
  public HostCallbacks create(Hostcalls host) {
    return new Callbacks(host);
  }

  private static final class Callbacks implements HostCallbacks {
    private final Hostcalls host;

    Callbacks(Hostcalls host) {
      this.host = host;
    }

    @Override
    public HeadersStatus onRequestHeaders(int contextId, int headerCount, boolean endOfStream) {
      say("request headers");
      return HeadersStatus.CONTINUE;
    }

    @Override
    public StopOrContinue onRequestMetadata(int contextId, int elementCount) {
      say("request metadata " + Decimal.of(elementCount));
      return StopOrContinue.STOP_ITERATION;
    }

    @Override
    public DataStatus onRequestBody(int contextId, int bodySize, boolean endOfStream) {
      say("request body");
      return DataStatus.CONTINUE;
    }

    @Override
    public HeadersStatus onResponseHeaders(int contextId, int headerCount, boolean endOfStream) {
      say("response headers");
      return HeadersStatus.CONTINUE;
    }

    @Override
    public StopOrContinue onResponseMetadata(int contextId, int elementCount) {
      say("response metadata " + Decimal.of(elementCount));
      return StopOrContinue.STOP_ITERATION;
    }

    private void say(String what) {
      host.log().log(LogLevel.INFO, Bytes.utf8(what));
    }
  }
}
