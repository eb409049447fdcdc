package dev.sluice.dsl;

import dev.sluice.plan.Check;
import dev.sluice.plan.Lists;
import dev.sluice.step.AllCalls;
import dev.sluice.step.CallRequest;
import dev.sluice.step.Cluster;
import dev.sluice.step.Delay;
import dev.sluice.step.FirstCall;
import dev.sluice.step.GrpcCall;
import dev.sluice.step.GrpcStream;
import dev.sluice.step.HttpCall;
import dev.sluice.step.Step;
import dev.sluice.value.GrpcAnswer;
import dev.sluice.value.ProtobufText;
import dev.sluice.value.TextValue;
import java.time.Duration;

/** The words for calls to other services, and for letting time pass. Authors import them through {@link Sluice}. */
abstract class Calls extends Exchanges {
  Calls() {}

  /** Asks another service and waits for its answer, see {@link HttpCall}. */
  public static HttpCall call(Cluster cluster, CallRequest request) {
    return HttpCall.of(cluster, request);
  }

  /** A cluster of the proxy's configuration. */
  public static Cluster cluster(String name) {
    return Cluster.named(name);
  }

  /** A GET request to be made by the plugin. */
  public static CallRequest get(String path) {
    return CallRequest.of("GET", path);
  }

  /** A GET request to be made by the plugin, whose path is known at run time. */
  public static CallRequest get(TextValue path) {
    return CallRequest.of("GET", path);
  }

  /** A POST request to be made by the plugin. */
  public static CallRequest post(String path, TextValue body) {
    return CallRequest.of("POST", path).body(body);
  }

  /** A PUT request to be made by the plugin. */
  public static CallRequest put(String path, TextValue body) {
    return CallRequest.of("PUT", path).body(body);
  }

  /** A DELETE request to be made by the plugin. */
  public static CallRequest delete(String path) {
    return CallRequest.of("DELETE", path);
  }

  /**
   * Asks several services at once and waits for all their answers, see {@link AllCalls}.
   * <pre>{@code all(call(cluster("a"), get("/a")).as("a"), call(cluster("b"), get("/b")).as("b"))}</pre>
   */
  public static AllCalls all(HttpCall... calls) {
    return new AllCalls(Check.some("all", "call", calls));
  }

  /**
   * Asks several services at once and goes on with the first good answer, see {@link FirstCall}.
   * <pre>{@code first(call(cluster("near"), get("/price")), call(cluster("far"), get("/price")))}</pre>
   */
  public static FirstCall first(HttpCall... calls) {
    return new FirstCall(HttpCall.UNNAMED, Check.some("first", "call", calls), Lists.none());
  }

  /**
   * Holds the stream for so long before it goes on, see {@link Delay}.
   * <pre>{@code when(ref("tries").asLong().greaterThan(3)).then(delay(Duration.ofSeconds(1)), respond(401))}</pre>
   */
  public static Step delay(Duration time) {
    return Delay.of(time);
  }

  /**
   * Sends one message to a gRPC service and waits for its answer, see {@link GrpcCall}.
   * <pre>{@code grpcCall(cluster("users"), "acme.Users/Find", protobuf().string(1, header("x-user")))}</pre>
   */
  public static GrpcCall grpcCall(Cluster cluster, String method, TextValue message) {
    return GrpcCall.of(cluster, method, message);
  }

  /**
   * Sends messages to a gRPC service on a stream and collects those that come back, see {@link GrpcStream}.
   * <pre>{@code grpcStream(cluster("search"), "acme.Search/Find").send(protobuf().string(1, query("q"))).collect(10)}</pre>
   */
  public static GrpcStream grpcStream(Cluster cluster, String method) {
    return GrpcStream.of(cluster, method);
  }

  /** The answer to the gRPC call that was given no name. */
  public static GrpcAnswer grpcAnswer() {
    return new GrpcAnswer(GrpcAnswer.UNNAMED);
  }

  /** The answer to the gRPC call of this name. */
  public static GrpcAnswer grpcAnswer(String call) {
    return new GrpcAnswer(call);
  }

  /**
   * A Protocol Buffers message to be given fields, see {@link ProtobufText}.
   * <pre>{@code protobuf().string(1, header("x-user")).varint(2, 5)}</pre>
   */
  public static ProtobufText protobuf() {
    return new ProtobufText(Lists.none());
  }
}
