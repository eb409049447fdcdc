package dev.sluice.host.exchange;

import dev.sluice.abi.BufferType;
import dev.sluice.abi.Bytes;
import dev.sluice.abi.DataStatus;
import dev.sluice.abi.call.Hostcalls;
import dev.sluice.abi.event.HostCallbacks;
import dev.sluice.host.model.HostEnvironment;
import dev.sluice.host.model.PluginSpec;
import java.util.List;
import java.util.function.Function;

/** Tells what its body callbacks see, and answers them from a list of results, the last one for ever. */
class BodyPlugin extends TestPlugin {
  private final List<String> told;
  private final DataStatus[] answers;
  private int next;

  BodyPlugin(Hostcalls host, List<String> told, DataStatus... answers) {
    super(host);
    this.told = told;
    this.answers = answers;
  }

  static PluginSpec spec(List<String> told, DataStatus... answers) {
    return spec(host -> new BodyPlugin(host, told, answers));
  }

  static PluginSpec spec(Function<Hostcalls, HostCallbacks> factory) {
    return TestPlugin.spec(factory).withAllowOnHeadersStopIteration(true);
  }

  /** A proxy whose plugins may have it hold ten bytes. */
  static EmbeddedProxy proxyOfTenBytes(PluginSpec... plugins) {
    return EmbeddedProxy.start(HostEnvironment.deterministic().withBufferLimit(10), plugins);
  }

  @Override
  public DataStatus onRequestBody(int contextId, int bodySize, boolean endOfStream) {
    return seen("request", BufferType.HTTP_REQUEST_BODY, bodySize, endOfStream);
  }

  @Override
  public DataStatus onResponseBody(int contextId, int bodySize, boolean endOfStream) {
    return seen("response", BufferType.HTTP_RESPONSE_BODY, bodySize, endOfStream);
  }

  private DataStatus seen(String what, BufferType buffer, int size, boolean endOfStream) {
    told.add(what + " " + size + " " + told(host.buffers().get(buffer, 0, -1)) + (endOfStream ? " end" : ""));
    return answers.length == 0 ? DataStatus.CONTINUE : answers[Math.min(next++, answers.length - 1)];
  }

  void put(BufferType buffer, int start, int length, String text) {
    host.buffers().set(buffer, start, length, Bytes.utf8(text));
  }
}
