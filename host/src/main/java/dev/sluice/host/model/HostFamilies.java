package dev.sluice.host.model;

import dev.sluice.abi.Bytes;
import dev.sluice.abi.LogLevel;
import dev.sluice.abi.Status;
import dev.sluice.abi.call.Hostcalls;
import io.vavr.control.Option;
import java.util.function.Consumer;
import java.util.function.Function;

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
  private final TimeFamily time;
  private final SharedDataFamily sharedData;
  private final SharedQueueFamily sharedQueues;
  private final MetricFamily metrics;
  private final ForeignFamily foreign;

  HostFamilies(CurrentContext current, HostEnvironment environment) {
    this.current = current;
    headers = new HeaderFamily(current);
    buffers = new BufferFamily(current);
    replies = new ReplyFamily(current);
    flow = new FlowFamily(current);
    properties = new PropertyFamily(current);
    httpCallouts = new HttpCalloutFamily(current);
    grpc = new GrpcFamily(current);
    log = new LogFamily(current, environment.logLevel());
    time = new TimeFamily(current);
    sharedData = new SharedDataFamily(current);
    sharedQueues = new SharedQueueFamily(current);
    metrics = new MetricFamily(current);
    foreign = new ForeignFamily(current);
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

  @Override
  public TimeFamily time() {
    return time;
  }

  @Override
  public SharedDataFamily sharedData() {
    return sharedData;
  }

  @Override
  public SharedQueueFamily sharedQueues() {
    return sharedQueues;
  }

  @Override
  public MetricFamily metrics() {
    return metrics;
  }

  @Override
  public ForeignFamily foreign() {
    return foreign;
  }

  /** The same for a plugin in Java, which is not refused at its imports as a module is. */
  Hostcalls forJava() {
    return current.capabilities().restrict() ? RestrictedHostcalls.over(this) : this;
  }

  /** True when the plugin may call this function, by its name in the ABI or in WASI. */
  public boolean allow(String function) {
    return current.capabilities().allow(function);
  }

  /**
   * Links a function to a module.
   *
   * @throws VmFailure where the host does not know it
   */
  public void link(String function) {
    current.capabilities().link(function);
  }

  /**
   * Answers a call of a function that the plugin may not call or the host lacks.
   *
   * @throws VmFailure where the host ends the VM for such a call
   */
  public Status refuse(String function) {
    return current.refuse(function);
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

  /**
   * From now on answers calls of a module with a status, where this gives one for their name, and does nothing. For tests
   * of what plugins do about it.
   */
  public void fail(Function<String, Option<Status>> faults) {
    current.fail(faults);
  }

  /** What a call of this function is answered with in the place of what it would do; none where it is to be done. */
  public Option<Status> fault(String function) {
    return current.fault(function);
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
