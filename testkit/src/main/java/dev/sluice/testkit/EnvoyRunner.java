package dev.sluice.testkit;

import dev.sluice.abi.Bytes;
import dev.sluice.testkit.envoy.EnvoyBinary;
import dev.sluice.testkit.envoy.EnvoyLog;
import dev.sluice.testkit.envoy.EnvoyOptions;
import dev.sluice.testkit.envoy.EnvoyProcess;
import dev.sluice.testkit.grpc.GrpcService;
import dev.sluice.testkit.http.Callee;
import dev.sluice.testkit.http.Http1Connection;
import dev.sluice.testkit.http.Http2Client;
import dev.sluice.testkit.http.RecordingUpstream;
import dev.sluice.testkit.http.Request;
import dev.sluice.testkit.http.Response;
import dev.sluice.testkit.http.SeenRequest;
import dev.sluice.testkit.tcp.SocketConnection;
import dev.sluice.testkit.tcp.TcpConnection;
import dev.sluice.testkit.tcp.TcpScript;
import io.vavr.collection.Set;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.BooleanSupplier;

/** Runs modules in a real Envoy, whose trace log tells each hostcall. */
final class EnvoyRunner implements PlaceRunner {
  private final EnvoyServices services;
  private final EnvoyProcess envoy;
  private final EnvoyFence fence;
  private final boolean logsErrors;
  private final Http1Connection[] connections;
  private final Option<Http2Client> http2;
  private long begin;

  private EnvoyRunner(EnvoyServices services, EnvoyProcess envoy, UseProxy proxy, boolean logsErrors) {
    int workers = proxy.workers();
    this.services = services;
    this.envoy = envoy;
    this.logsErrors = logsErrors;
    fence = new EnvoyFence(envoy, workers);
    connections = new Http1Connection[workers];
    http2 = Option.when(proxy.http2(), () -> new Http2Client(envoy.port(EnvoySetup.LISTENER)));
    services.beforePieces(fence::pass);
  }

  static EnvoyRunner start(String version, EnvoySetup setup, boolean logsErrors) {
    EnvoyServices services = EnvoyServices.start(setup.proxy());
    try {
      int workers = setup.proxy().workers();
      EnvoyOptions options = EnvoyOptions.standard().withPluginLogLevel("trace").withConcurrency(workers);
      EnvoyProcess envoy = EnvoyProcess.start(EnvoyBinary.of(version), setup.config(services.ports()), options);
      return new EnvoyRunner(services, envoy, setup.proxy(), logsErrors);
    } catch (RuntimeException | Error e) {
      services.close();
      throw e;
    }
  }

  @Override
  public void begin() {
    begin = envoy.log().position();
    services.reset();
  }

  @Override
  public void upstream(Callee callee) {
    services.upstream().react(callee);
  }

  @Override
  public void cluster(String name, Callee callee) {
    services.cluster(name).react(callee);
  }

  @Override
  public void grpc(String name, GrpcService service) {
    services.grpc(name).serve(service);
  }

  @Override
  public TcpConnection connect() {
    return SocketConnection.open(envoy.port(EnvoySetup.LISTENER), fence::pass);
  }

  @Override
  public void tcpUpstream(TcpScript script) {
    services.tcp().script(script);
  }

  @Override
  public Bytes tcpUpstreamSaw() {
    return services.tcp().seen();
  }

  @Override
  public Exchange send(int worker, Request request) {
    RecordingUpstream upstream = services.upstream();
    upstream.forget();
    long position = envoy.log().position();
    Response response = exchange(worker, request);
    Option<SeenRequest> seen = upstream.seen().headOption();
    awaitEndOfStream();
    Vector<EnvoyLog.Line> lines = envoy.log().linesSince(position);
    return new Exchange(response, seen, EnvoyTrace.hostcalls(lines), EnvoyTrace.entries(lines));
  }

  /** A connection to each worker; one that Envoy closed is opened anew, and goes to the worker with one less. */
  private Response exchange(int worker, Request request) {
    if (http2.isDefined()) {
      return http2.get().exchange(request);
    }
    try {
      for (int i = 0; i < connections.length; i++) {
        if (connections[i] == null || !connections[i].isReusable()) {
          connections[i] = Http1Connection.open(envoy.port(EnvoySetup.LISTENER));
          fence.pass();
        }
      }
      return connections[worker].exchange(request, fence::pass);
    } catch (IOException e) {
      throw new UncheckedIOException("Envoy's answer to " + request.method() + " " + request.target(), e);
    }
  }

  /**
   * The client has its response before the plugin sees the end of the stream. A worker ends the stream in one go, so
   * that all of it is in the log once the same worker has served another connection.
   */
  private void awaitEndOfStream() {
    envoy.awaitIdle(EnvoySetup.LISTENER);
    fence.pass();
  }

  @Override
  public boolean await(BooleanSupplier condition) {
    return envoy.await(condition);
  }

  @Override
  public Option<Long> metric(String name) {
    return envoy.admin().stat("wasmcustom." + name);
  }

  @Override
  public Vector<LogEntry> logs() {
    return EnvoyTrace.entries(envoy.log().linesSince(begin));
  }

  @Override
  public Set<String> called() {
    return EnvoyTrace.called(envoy.log().lines());
  }

  @Override
  public void close() {
    try (services;
        envoy;
        fence) {
      http2.forEach(Http2Client::close);
      Vector.of(connections).filter(each -> each != null).forEach(EnvoyFence::close);
    }
    envoy.log().assertClean(line -> logsErrors && line.pluginMessage().isDefined());
  }
}
