package dev.sluice.testkit;

import dev.sluice.abi.Bytes;
import dev.sluice.testkit.grpc.GrpcService;
import dev.sluice.testkit.http.Callee;
import dev.sluice.testkit.http.Request;
import dev.sluice.testkit.http.Response;
import dev.sluice.testkit.http.SeenRequest;
import dev.sluice.testkit.tcp.TcpConnection;
import dev.sluice.testkit.tcp.TcpScript;
import io.vavr.collection.Set;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

/** Plugins that run in one {@link Place}, between a client and an upstream. */
public final class PluginUnderTest {
  /** What the upstream answers unless told otherwise: 200 and the text {@code upstream}. */
  public static final Response UPSTREAM = Response.of(200, "upstream");

  private final Place place;
  private final PlaceRunner runner;
  private final ReentrantLock one = new ReentrantLock();

  PluginUnderTest(Place place, PlaceRunner runner) {
    this.place = place;
    this.runner = runner;
  }

  /** Where the plugins run. */
  public Place place() {
    return place;
  }

  /** For the rest of the test the upstream answers what this function makes of a request. */
  public PluginUnderTest upstream(Function<SeenRequest, Response> answer) {
    runner.upstream(Callee.of(answer));
    return this;
  }

  /** For the rest of the test the upstream reacts to requests as this says, which may be not at all. */
  public PluginUnderTest upstreamReacts(Callee callee) {
    runner.upstream(callee);
    return this;
  }

  /**
   * From now on this cluster, which {@link UseProxy#clusters} names, reacts to callouts as this says; before, it answers
   * as the upstream does at first.
   */
  public PluginUnderTest cluster(String name, Callee callee) {
    runner.cluster(name, callee);
    return this;
  }

  /**
   * From now on this cluster, which {@link UseProxy#grpcClusters} names, is this service; before, it answers each message
   * with itself.
   */
  public PluginUnderTest grpc(String name, GrpcService service) {
    runner.grpc(name, service);
    return this;
  }

  /** A new connection through the plugins to the upstream. Needs {@link UseProxy#tcp}. */
  public TcpConnection connect() {
    return runner.connect();
  }

  /** From now on the upstream of connections answers so; before, it sends back what it gets. */
  public PluginUnderTest tcpUpstream(TcpScript script) {
    runner.tcpUpstream(script);
    return this;
  }

  /** All that the upstream of connections got since the test began. */
  public Bytes tcpUpstreamSaw() {
    return runner.tcpUpstreamSaw();
  }

  /** Sends one request and returns when the exchange is over everywhere. Requests of several threads queue up. */
  public Exchange send(Request request) {
    return sendTo(0, request);
  }

  /** Sends one request to one of the proxy's workers, from 0, see {@link #send}. */
  public Exchange sendTo(int worker, Request request) {
    one.lock();
    try {
      return runner.send(worker, request);
    } finally {
      one.unlock();
    }
  }

  /**
   * Waits until this is so: real time passes in Envoy, virtual time elsewhere.
   *
   * @throws AssertionError where it does not become so within a minute
   */
  public void await(String what, BooleanSupplier condition) {
    if (!runner.await(condition)) {
      throw new AssertionError(what + ": not within a minute in " + place + "; log:\n" + logs().mkString("\n"));
    }
  }

  /** The value of a counter or gauge that a plugin defined; none where none did. */
  public Option<Long> metric(String name) {
    return runner.metric(name);
  }

  /** What plugins have logged since the test began, exchanges or not. */
  public Vector<LogEntry> logs() {
    return runner.logs();
  }

  /** The names of all functions of the ABI that were called in either direction since the plugins started. */
  public Set<String> called() {
    return runner.called();
  }
}
