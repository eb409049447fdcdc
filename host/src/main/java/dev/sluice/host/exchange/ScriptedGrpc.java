package dev.sluice.host.exchange;

import dev.sluice.abi.Bytes;
import dev.sluice.host.model.Cluster;
import dev.sluice.host.model.Dispatcher;
import dev.sluice.host.model.HeaderMap;
import dev.sluice.host.model.UpstreamRequest;
import dev.sluice.host.model.UpstreamResponse;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * A cluster that is a gRPC service.
 *
 * @param service gives its handlers to each new call, on the proxy's thread
 */
public record ScriptedGrpc(Consumer<GrpcServerCall> service) implements Cluster {

  /** A service that answers one message with one message and ends well. */
  public static ScriptedGrpc unary(UnaryOperator<Bytes> answer) {
    return new ScriptedGrpc(call -> call.onMessage(message -> call.send(answer.apply(message)).close(0, "")));
  }

  @Override
  public UpstreamRequest open(HeaderMap headers, boolean endOfStream, UpstreamResponse response, Dispatcher worker) {
    GrpcServerCall call = new GrpcServerCall(headers, response, worker);
    service.accept(call);
    return call.client();
  }
}
