package dev.sluice.testkit;

import dev.sluice.abi.Bytes;
import dev.sluice.abi.LogLevel;
import dev.sluice.abi.codec.PropertyPath;
import dev.sluice.host.exchange.Conversation;
import dev.sluice.host.exchange.EmbeddedProxy;
import dev.sluice.host.exchange.ProxyOptions;
import dev.sluice.host.model.HostEnvironment;
import dev.sluice.host.model.HostcallRecord;
import dev.sluice.host.model.LogLine;
import dev.sluice.host.model.PluginSpec;
import dev.sluice.testkit.grpc.GrpcService;
import dev.sluice.testkit.http.Callee;
import dev.sluice.testkit.http.Request;
import dev.sluice.testkit.http.Response;
import dev.sluice.testkit.tcp.TcpConnection;
import dev.sluice.testkit.tcp.TcpScript;
import io.vavr.collection.HashSet;
import io.vavr.collection.Set;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.BooleanSupplier;

/** Runs plugins, as Java objects or as modules, on the model of a proxy: no sockets, no clock, no chance. */
final class ModelRunner implements PlaceRunner {
  private static final String HOSTCALL = "proxy_";
  /** How the model begins the line with which it reports that a VM cannot go on. */
  private static final String VM_FAILED = "the plugin's VM failed";

  private final Queue<LogLine> bad = new ConcurrentLinkedQueue<>();
  private final Queue<LogLine> lines = new ConcurrentLinkedQueue<>();
  private final java.util.Set<String> called;
  private final EmbeddedProxy proxy;
  private final boolean logsErrors;
  private final Map<Bytes, Bytes> attributes;
  private final ModelServices services;
  private final ModelConnections connections;

  private ModelRunner(Vector<PluginSpec> plugins, Setup setup, java.util.Set<String> called) {
    this.logsErrors = setup.logsErrors();
    this.called = called;
    attributes = configured(setup.proxy());
    HostEnvironment environment =
        HostEnvironment.deterministic().withLog(this::look).withBufferLimit(setup.proxy().bufferLimit());
    services = new ModelServices(setup.proxy());
    ProxyOptions options =
        ProxyOptions.of(environment).withWorkers(setup.proxy().workers()).withMainThread().withClusters(services);
    proxy = EmbeddedProxy.start(options, plugins.toJavaArray(PluginSpec[]::new));
    connections = new ModelConnections(proxy);
  }

  /** What Envoy's configuration says, see {@link EnvoySetup}. */
  private static Map<Bytes, Bytes> configured(UseProxy proxy) {
    Map<Bytes, Bytes> attributes = new HashMap<>();
    attributes.put(PropertyPath.of("xds", "cluster_name"), Bytes.utf8(EnvoySetup.UPSTREAM));
    attributes.put(PropertyPath.of("xds", "virtual_host_name"), Bytes.utf8("all"));
    if (proxy.http2()) {
      attributes.put(PropertyPath.of("request", "protocol"), Bytes.utf8("HTTP/2"));
    }
    for (RouteText text : RouteText.all(proxy)) {
      attributes.put(
          PropertyPath.of("xds", "route_metadata", "filter_metadata", text.namespace(), text.name()),
          Bytes.utf8(text.value()));
    }
    return attributes;
  }

  static ModelRunner start(Vector<PluginSpec> plugins, Setup setup, java.util.Set<String> called) {
    return new ModelRunner(plugins, setup, called);
  }

  private void look(LogLine line) {
    if (isVmFailure(line) || !logsErrors && line.level().code() >= LogLevel.ERROR.code()) {
      bad.add(line);
    }
    lines.add(line);
  }

  private static boolean isVmFailure(LogLine line) {
    return line.level() == LogLevel.CRITICAL && line.text().startsWith(VM_FAILED);
  }

  @Override
  public void begin() {
    lines.clear();
    services.reset();
    connections.begin();
  }

  @Override
  public void upstream(Callee callee) {
    services.react(EnvoySetup.UPSTREAM, callee);
  }

  @Override
  public void cluster(String name, Callee callee) {
    services.react(name, callee);
  }

  @Override
  public void grpc(String name, GrpcService service) {
    services.serve(name, service);
  }

  @Override
  public TcpConnection connect() {
    return connections.connect();
  }

  @Override
  public void tcpUpstream(TcpScript script) {
    connections.script(script);
  }

  @Override
  public Bytes tcpUpstreamSaw() {
    return connections.upstreamSaw();
  }

  @Override
  public Exchange send(int worker, Request request) {
    Conversation conversation = proxy.open(worker, attributes);
    ModelExchange exchange = new ModelExchange(proxy, conversation, request);
    Response response;
    try (conversation) {
      response = exchange.run(services.upstream());
    }
    return new Exchange(
        response,
        exchange.seen(),
        Vector.ofAll(conversation.hostcalls()).map(HostcallRecord::name).filter(name -> name.startsWith(HOSTCALL)),
        entries(conversation.log()));
  }

  private static Vector<LogEntry> entries(Iterable<LogLine> log) {
    return Vector.ofAll(log).reject(ModelRunner::isVmFailure).map(line -> new LogEntry(line.level(), line.text()));
  }

  @Override
  public boolean await(BooleanSupplier condition) {
    return proxy.await(condition);
  }

  @Override
  public Option<Long> metric(String name) {
    return proxy.metrics().value(name);
  }

  @Override
  public Vector<LogEntry> logs() {
    return entries(lines);
  }

  @Override
  public Set<String> called() {
    return HashSet.ofAll(called);
  }

  @Override
  public void close() {
    proxy.close();
    if (!bad.isEmpty()) {
      throw new AssertionError(
          "the plugin's log has " + bad.size() + " lines it must not have:\n"
              + Vector.ofAll(bad).take(20).mkString("\n"));
    }
  }
}
