package dev.sluice.abi.call;

/**
 * Everything a plugin can ask of its host, one family each. Two implementations exist: the guest's, over wasm imports
 * and linear memory, and the embedded host's, over Java objects. All code above this interface is the same bytecode in
 * both. A host need not have every family or function: what it leaves out answers
 * {@link dev.sluice.abi.Status#UNIMPLEMENTED}.
 */
public interface Hostcalls {
  HeaderCalls headers();

  BufferCalls buffers();

  ReplyCalls replies();

  default FlowCalls flow() {
    return new FlowCalls() {};
  }

  PropertyCalls properties();

  default HttpCalloutCalls httpCallouts() {
    return new HttpCalloutCalls() {};
  }

  default GrpcCalls grpc() {
    return new GrpcCalls() {};
  }

  default SharedDataCalls sharedData() {
    return new SharedDataCalls() {};
  }

  default SharedQueueCalls sharedQueues() {
    return new SharedQueueCalls() {};
  }

  default MetricCalls metrics() {
    return new MetricCalls() {};
  }

  default TimeCalls time() {
    return new TimeCalls() {};
  }

  LogCalls log();

  default ForeignCalls foreign() {
    return new ForeignCalls() {};
  }
}
