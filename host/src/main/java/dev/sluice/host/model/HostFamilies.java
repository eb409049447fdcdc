package dev.sluice.host.model;

import dev.sluice.abi.Bytes;
import dev.sluice.abi.LogLevel;
import dev.sluice.abi.Status;
import dev.sluice.abi.call.Hostcalls;
import java.util.function.Consumer;

/**
 * The hostcalls of one VM over the model, one family each. Each call is counted for the context that is current; the
 * wasm runner's imports and a JVM plugin end up in the same methods.
 */
public final class HostFamilies implements Hostcalls {
  private final CurrentContext current;
  private final HeaderFamily headers;
  private final BufferFamily buffers;
  private final ReplyFamily replies;
  private final FlowFamily flow;
  private final PropertyFamily properties;
  private final HttpCalloutFamily httpCallouts;
  private final GrpcFamily grpc;
  private final LogFamily log;

  HostFamilies(CurrentContext current) {
    this.current = current;
    headers = new HeaderFamily(current);
    buffers = new BufferFamily(current);
    replies = new ReplyFamily(current);
    flow = new FlowFamily(current);
    properties = new PropertyFamily(current);
    httpCallouts = new HttpCalloutFamily(current);
    grpc = new GrpcFamily(current);
    log = new LogFamily(current);
  }

  @Override
  public HeaderFamily headers() {
    return headers;
  }

  @Override
  public BufferFamily buffers() {
    return buffers;
  }

  @Override
  public ReplyFamily replies() {
    return replies;
  }

  @Override
  public FlowFamily flow() {
    return flow;
  }

  @Override
  public PropertyFamily properties() {
    return properties;
  }

  @Override
  public HttpCalloutFamily httpCallouts() {
    return httpCallouts;
  }

  @Override
  public GrpcFamily grpc() {
    return grpc;
  }

  @Override
  public LogFamily log() {
    return log;
  }

  /** Counts a hostcall that belongs to no family or ended before it reached one, for instance on a bad pointer. */
  public Status counted(String name, Status status) {
    current.called(name, status);
    return status;
  }

  /**
   * From now on tells this the name of each function that the guest calls, while it loads too; some are told twice. For
   * tests that show what is covered.
   */
  public void observe(Consumer<String> observer) {
    current.observe(observer);
  }

  /** Tells the observer of a call, which may belong to no family. */
  public void noticed(String name) {
    current.noticed(name);
  }

  /** Writes a line that is no hostcall: of the host about the guest, or of the guest by another way. */
  public void remark(LogLevel level, Bytes message) {
    current.log(level, message);
  }
}
