package dev.sluice.testkit.acceptance.conformance;

import dev.sluice.abi.Bytes;
import dev.sluice.abi.HeadersStatus;
import dev.sluice.abi.LogLevel;
import dev.sluice.abi.MapType;
import dev.sluice.abi.Status;
import dev.sluice.abi.StreamType;
import dev.sluice.abi.call.Hostcalls;
import dev.sluice.abi.event.HostCallbacks;
import dev.sluice.abi.event.HostCallbacksFactory;

/** Holds each request until the next tick, which changes its headers and lets it go on. Knows of one at a time. */
public final class TickPlugin implements HostCallbacksFactory {
  @Override
  public HostCallbacks create(Hostcalls host) {
    return new Callbacks(host);
  }

  private static final class Callbacks implements HostCallbacks {
    private static final int PERIOD_MILLIS = 20;

    private final Hostcalls host;
    private int held;

    Callbacks(Hostcalls host) {
      this.host = host;
    }

    @Override
    public boolean onConfigure(int rootContextId, int configurationSize) {
      return host.time().tickPeriod(PERIOD_MILLIS).isOk();
    }

    @Override
    public HeadersStatus onRequestHeaders(int contextId, int headerCount, boolean endOfStream) {
      held = contextId;
      return HeadersStatus.STOP_ALL_ITERATION_AND_WATERMARK;
    }

    @Override
    public void onTick(int rootContextId) {
      if (held == 0) {
        return;
      }
      Status without = change("x-root");
      Status nobody = host.flow().setEffectiveContext(1_000_000);
      Status chosen = host.flow().setEffectiveContext(held);
      Status with = change("x-tick");
      Status goesOn = host.flow().continueStream(StreamType.HTTP_REQUEST);
      Status after = change("x-late");
      Status done = host.flow().done();
      say("without " + without + ", nobody " + nobody + ", chosen " + chosen + ", with " + with);
      say("goes on " + goesOn + ", after " + after + ", done " + done);
      held = 0;
    }

    private Status change(String name) {
      return host.headers().replace(MapType.REQUEST_HEADERS, Bytes.utf8(name), Bytes.utf8("yes"));
    }

    private void say(String text) {
      host.log().log(LogLevel.INFO, Bytes.utf8(text));
    }
  }
}
