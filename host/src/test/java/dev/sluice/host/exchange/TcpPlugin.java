package dev.sluice.host.exchange;

import dev.sluice.abi.BufferType;
import dev.sluice.abi.Bytes;
import dev.sluice.abi.PeerType;
import dev.sluice.abi.Status;
import dev.sluice.abi.StopOrContinue;
import dev.sluice.abi.StreamType;
import dev.sluice.abi.call.Hostcalls;
import dev.sluice.host.model.PluginSpec;
import java.util.List;

/** Tells what its callbacks see of a connection, and keeps data back as long as that ends with a question mark. */
class TcpPlugin extends TestPlugin {
  final List<String> told;
  private final String name;

  TcpPlugin(Hostcalls host, String name, List<String> told) {
    super(host);
    this.name = name;
    this.told = told;
  }

  TcpPlugin(Hostcalls host, List<String> told) {
    this(host, "", told);
  }

  static PluginSpec spec(List<String> told) {
    return spec(host -> new TcpPlugin(host, told));
  }

  /** A plugin whose lines begin with its name. */
  static PluginSpec spec(String name, List<String> told) {
    return spec(host -> new TcpPlugin(host, name + " ", told)).withVmId(name);
  }

  void tell(String text) {
    told.add(name + text);
  }

  @Override
  public void onContextCreate(int contextId, int parentContextId) {
    if (parentContextId != 0) {
      tell("create " + contextId + " in " + parentContextId);
    }
  }

  @Override
  public StopOrContinue onNewConnection(int contextId) {
    tell("new " + contextId);
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
    String text = read(buffer);
    tell(what + " " + size + " " + text + (endOfStream ? " end" : ""));
    return text.endsWith("?") ? StopOrContinue.STOP_ITERATION : StopOrContinue.CONTINUE;
  }

  String read(BufferType buffer) {
    return told(host.buffers().get(buffer, 0, -1));
  }

  Status put(BufferType buffer, int start, int length, String text) {
    return host.buffers().set(buffer, start, length, Bytes.utf8(text));
  }

  Status go(StreamType stream) {
    return host.flow().continueStream(stream);
  }

  Status close(StreamType stream) {
    return host.flow().closeStream(stream);
  }

  @Override
  public void onDownstreamConnectionClose(int contextId, PeerType closedBy) {
    tell("downstream closed by " + closedBy);
  }

  @Override
  public void onUpstreamConnectionClose(int contextId, PeerType closedBy) {
    tell("upstream closed by " + closedBy);
  }

  @Override
  public boolean onDone(int contextId) {
    tell("done " + contextId);
    return true;
  }

  @Override
  public void onLog(int contextId) {
    tell("log " + contextId);
  }

  @Override
  public void onDelete(int contextId) {
    tell("delete " + contextId);
  }
}
