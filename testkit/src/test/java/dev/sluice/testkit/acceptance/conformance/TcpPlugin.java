package dev.sluice.testkit.acceptance.conformance;

import dev.sluice.abi.BufferType;
import dev.sluice.abi.Bytes;
import dev.sluice.abi.LogLevel;
import dev.sluice.abi.PeerType;
import dev.sluice.abi.StopOrContinue;
import dev.sluice.abi.StreamType;
import dev.sluice.abi.call.Hostcalls;
import dev.sluice.abi.event.HostCallbacks;
import dev.sluice.abi.event.HostCallbacksFactory;

/** TCP: marks what goes either way, closes the connection at a word. */
public final class TcpPlugin implements HostCallbacksFactory {
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
    public void onContextCreate(int contextId, int parentContextId) {
      say(parentContextId == 0 ? "root" : "stream");
    }

    @Override
    public StopOrContinue onNewConnection(int contextId) {
      say("connection");
      say("foreign " + host.foreign().call(Bytes.utf8("no such function"), Bytes.EMPTY).status().name());
      return StopOrContinue.CONTINUE;
    }

    @Override
    public StopOrContinue onDownstreamData(int contextId, int dataSize, boolean endOfStream) {
      Bytes data = host.buffers().get(BufferType.DOWNSTREAM_DATA, 0, dataSize).bytes();
      say("to upstream " + data.utf8() + (endOfStream ? " end" : ""));
      if (data.startsWith(Bytes.utf8("quit"))) {
        host.flow().closeStream(StreamType.DOWNSTREAM);
        return StopOrContinue.STOP_ITERATION;
      }
      if (dataSize > 0) {
        host.buffers().set(BufferType.DOWNSTREAM_DATA, dataSize, 0, Bytes.utf8(">"));
      }
      return StopOrContinue.CONTINUE;
    }

    @Override
    public StopOrContinue onUpstreamData(int contextId, int dataSize, boolean endOfStream) {
      if (dataSize > 0) {
        host.buffers().set(BufferType.UPSTREAM_DATA, 0, 0, Bytes.utf8("<"));
      }
      return StopOrContinue.CONTINUE;
    }

    @Override
    public void onDownstreamConnectionClose(int contextId, PeerType closedBy) {
      say("downstream closed by " + closedBy.name());
    }

    @Override
    public void onUpstreamConnectionClose(int contextId, PeerType closedBy) {
      say("upstream closed");
    }

    @Override
    public boolean onDone(int contextId) {
      say("done");
      return true;
    }

    @Override
    public void onLog(int contextId) {
      say("log");
      say("already done " + host.flow().done().name());
    }

    @Override
    public void onDelete(int contextId) {
      say("delete");
    }

    private void say(String text) {
      host.log().log(LogLevel.INFO, Bytes.utf8(text));
    }
  }
}
