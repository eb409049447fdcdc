package dev.sluice.testkit.acceptance.tcp;

import dev.sluice.abi.BufferType;
import dev.sluice.abi.Bytes;
import dev.sluice.abi.LogLevel;
import dev.sluice.abi.PeerType;
import dev.sluice.abi.StopOrContinue;
import dev.sluice.abi.StreamType;
import dev.sluice.abi.call.Hostcalls;
import dev.sluice.abi.event.HostCallbacks;
import dev.sluice.abi.event.HostCallbacksFactory;

/**
 * Logs what it sees of connections, marks data with its name (its configuration), and obeys words in the data that begin
 * with its name: {@code ahold}, {@code ago}, {@code aboth}, {@code adrop}, {@code aclose}, {@code aupclose}.
 */
public final class TalkPlugin implements HostCallbacksFactory {
  @Override
  public HostCallbacks create(Hostcalls host) {
    return new Callbacks(host);
  }

  private static final class Callbacks implements HostCallbacks {
    private final Hostcalls host;
    private String name = "";

    Callbacks(Hostcalls host) {
      this.host = host;
    }

    @Override
    public boolean onConfigure(int rootContextId, int configurationSize) {
      name = host.buffers().get(BufferType.PLUGIN_CONFIGURATION, 0, configurationSize).bytes().utf8();
      return true;
    }

    @Override
    public StopOrContinue onNewConnection(int contextId) {
      say("new");
      return StopOrContinue.CONTINUE;
    }

    @Override
    public StopOrContinue onDownstreamData(int contextId, int dataSize, boolean endOfStream) {
      return seen("down", BufferType.DOWNSTREAM_DATA, dataSize, endOfStream);
    }

    @Override
    public StopOrContinue onUpstreamData(int contextId, int dataSize, boolean endOfStream) {
      return seen("up", BufferType.UPSTREAM_DATA, dataSize, endOfStream);
    }

    private StopOrContinue seen(String what, BufferType buffer, int size, boolean endOfStream) {
      String text = host.buffers().get(buffer, 0, size).bytes().utf8();
      say(what + " " + text + (endOfStream ? " end" : ""));
      if (size > 0) {
        host.buffers().set(buffer, size, 0, Bytes.utf8(name));
      }
      if (text.contains(name + "drop")) {
        host.buffers().set(buffer, 0, size + name.length(), Bytes.EMPTY);
      }
      if (text.contains(name + "close")) {
        say("closes " + host.flow().closeStream(StreamType.DOWNSTREAM).name());
      }
      if (text.contains(name + "upclose")) {
        say("closes " + host.flow().closeStream(StreamType.UPSTREAM).name());
      }
      boolean go = text.contains(name + "go") || text.contains(name + "both");
      if (go) {
        say("goes on " + host.flow().continueStream(StreamType.DOWNSTREAM).name() + " "
            + host.flow().continueStream(StreamType.UPSTREAM).name());
      }
      boolean stops = text.contains(name + "hold") || text.contains(name + "go");
      return stops ? StopOrContinue.STOP_ITERATION : StopOrContinue.CONTINUE;
    }

    @Override
    public void onDownstreamConnectionClose(int contextId, PeerType closedBy) {
      say("downstream closed by " + closedBy.name());
    }

    @Override
    public void onUpstreamConnectionClose(int contextId, PeerType closedBy) {
      say("upstream closed by " + closedBy.name());
    }

    @Override
    public void onDelete(int contextId) {
      say("delete");
    }

    private void say(String text) {
      host.log().log(LogLevel.INFO, Bytes.utf8(name + " " + text));
    }
  }
}
