package dev.sluice.abi.guest;

import dev.sluice.abi.call.BufferCalls;
import dev.sluice.abi.call.FlowCalls;
import dev.sluice.abi.call.ForeignCalls;
import dev.sluice.abi.call.GrpcCalls;
import dev.sluice.abi.call.HeaderCalls;
import dev.sluice.abi.call.Hostcalls;
import dev.sluice.abi.call.HttpCalloutCalls;
import dev.sluice.abi.call.LogCalls;
import dev.sluice.abi.call.MetricCalls;
import dev.sluice.abi.call.PropertyCalls;
import dev.sluice.abi.call.ReplyCalls;
import dev.sluice.abi.call.SharedDataCalls;
import dev.sluice.abi.call.SharedQueueCalls;
import dev.sluice.abi.call.TimeCalls;

/**
 * The guest's {@link Hostcalls}: each family over the module's imports. The families hold nothing, so each is made when
 * it is asked for: a compiler then leaves out those that nobody asks for, and allocates none.
 */
final class GuestHostcalls implements Hostcalls {
  @Override
  public HeaderCalls headers() {
    return new HeaderImports();
  }

  @Override
  public BufferCalls buffers() {
    return new BufferImports();
  }

  @Override
  public ReplyCalls replies() {
    return new ReplyImports();
  }

  @Override
  public FlowCalls flow() {
    return new FlowImports();
  }

  @Override
  public PropertyCalls properties() {
    return new PropertyImports();
  }

  @Override
  public HttpCalloutCalls httpCallouts() {
    return new HttpCalloutImports();
  }

  @Override
  public GrpcCalls grpc() {
    return new GrpcImports();
  }

  @Override
  public SharedDataCalls sharedData() {
    return new SharedDataImports();
  }

  @Override
  public SharedQueueCalls sharedQueues() {
    return new SharedQueueImports();
  }

  @Override
  public MetricCalls metrics() {
    return new MetricImports();
  }

  @Override
  public TimeCalls time() {
    return new TimeImports();
  }

  @Override
  public LogCalls log() {
    return new LogImports();
  }

  @Override
  public ForeignCalls foreign() {
    return new ForeignImports();
  }
}
