package dev.sluice.host.gateway;

import dev.sluice.abi.Bytes;
import dev.sluice.host.model.Filter;
import dev.sluice.host.model.HostEnvironment;
import dev.sluice.host.model.LogLine;
import dev.sluice.host.model.PluginRefusedException;
import dev.sluice.host.model.PluginSpec;
import dev.sluice.host.model.ProxyModel;
import dev.sluice.host.model.Worker;
import dev.sluice.host.vm.ModuleRejectedException;
import dev.sluice.host.vm.WasmPlugin;
import io.vavr.Lazy;
import io.vavr.control.Option;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import java.net.BindException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionException;

/**
 * A development gateway: HTTP requests, or connections of any protocol, pass one plugin and go on to an upstream. Every
 * request and connection is told in one line. It has one thread, on which the plugin runs.
 */
public final class Gateway implements AutoCloseable {
  private static final Duration GRACE = Duration.ofSeconds(2);

  private final GatewayOptions options;
  private final Vertx vertx;
  private final Context loop;
  private final Worker worker;
  private Filter filter;
  private Front front;
  private boolean closed;

  private Gateway(GatewayOptions options, Map<String, Option<UpstreamAddress>> clusters) {
    this.options = options;
    VertxOptions threads = new VertxOptions().setEventLoopPoolSize(1);
    this.vertx = Vertx.builder().with(threads).withTransport(new DeepTransport()).build();
    this.loop = vertx.getOrCreateContext();
    ProxyModel proxy =
        new ProxyModel(HostEnvironment.live(this::print),
            new GatewayClusters(vertx, addresses(clusters), options.output()));
    this.worker = proxy.worker(new VertxDispatcher(vertx, loop));
  }

  /**
   * Starts a gateway.
   *
   * @throws GatewayException when the module is invalid, the plugin refuses its configuration, the port is taken, or
   *     the address of the upstream or of a cluster is none
   */
  public static Gateway start(GatewayOptions options) {
    return start(options, spec(options, options.module()));
  }

  /** A gateway for a plugin that need not be a module. */
  static Gateway start(GatewayOptions options, PluginSpec plugin) {
    Traffic traffic = options.traffic().getOrElse(() -> trafficOf(plugin));
    Option<UpstreamAddress> upstream = options.upstream()
        .map(traffic == Traffic.TCP ? UpstreamAddress::ofConnections : UpstreamAddress::ofRequests);
    Map<String, Option<UpstreamAddress>> clusters = new HashMap<>();
    options.clusters()
        .forEach((name, uri) -> clusters.put(name,
            Option.when(!uri.equals(GatewayOptions.SAMPLE), () -> UpstreamAddress.ofCluster(name, uri))));
    Gateway gateway = new Gateway(options, clusters);
    try {
      gateway.open(plugin, traffic, upstream);
      return gateway;
    } catch (RuntimeException | Error e) {
      gateway.close();
      throw e;
    }
  }

  /** Those that are the sample upstream share one. */
  private Map<String, UpstreamAddress> addresses(Map<String, Option<UpstreamAddress>> clusters) {
    Lazy<UpstreamAddress> sample = Lazy.of(() -> await(SampleUpstream.ofRequests(vertx)));
    Map<String, UpstreamAddress> all = new HashMap<>();
    clusters.forEach((name, address) -> all.put(name, address.getOrElse(sample)));
    return all;
  }

  /** What a module takes: connections, where it exports callbacks of theirs and none of HTTP streams. */
  private static Traffic trafficOf(PluginSpec plugin) {
    return plugin.source() instanceof WasmPlugin module && module.servesConnectionsOnly()
        ? Traffic.TCP
        : Traffic.HTTP;
  }

  private void open(PluginSpec plugin, Traffic traffic, Option<UpstreamAddress> upstream) {
    filter = onLoop(() -> install(() -> worker.install(plugin)));
    Front.Service service = new Front.Service(vertx, options, worker, () -> filter);
    Front opening = traffic == Traffic.TCP
        ? new TcpFront(service, upstream.getOrElse(() -> await(SampleUpstream.ofConnections(vertx))))
        : new HttpFront(service, upstream.getOrElse(() -> await(SampleUpstream.ofRequests(vertx))));
    try {
      front = await(opening.listen());
    } catch (CompletionException e) {
      throw cannotListen(e.getCause());
    }
  }

  private GatewayException cannotListen(Throwable cause) {
    String where = "port " + options.port() + " of " + options.host();
    boolean taken = cause instanceof BindException
        && String.valueOf(cause.getMessage()).contains("in use");
    return taken
        ? new GatewayException(where + " is taken by another process: stop it or choose another port", cause)
        : new GatewayException("cannot listen at " + where + ": " + cause.getMessage(), cause);
  }

  /** The port that the gateway listens at. */
  public int port() {
    return front.port();
  }

  /** What passes it: what the options say, or what the plugin takes. */
  public Traffic traffic() {
    return front instanceof TcpFront ? Traffic.TCP : Traffic.HTTP;
  }

  /**
   * New requests and connections meet this module, with the same configuration; those in flight keep the one they began with.
   *
   * @throws GatewayException when the module is invalid or the plugin does not come up; the old one stays
   */
  public void swap(Bytes module) {
    swap(new GatewayOptions.Module.Binary(module));
  }

  /** As {@link #swap(Bytes)}, with the module in a file. */
  public void swap(Path module) {
    swap(new GatewayOptions.Module.File(module));
  }

  private void swap(GatewayOptions.Module module) {
    PluginSpec next = spec(options, module);
    onLoop(() -> install(() -> {
      filter.update(next);
      return filter;
    }));
  }

  private static PluginSpec spec(GatewayOptions options, GatewayOptions.Module module) {
    try {
      WasmPlugin code = switch (module) {
        case GatewayOptions.Module.File file -> WasmPlugin.of(file.path(), options.engine());
        case GatewayOptions.Module.Binary binary -> WasmPlugin.of(binary.bytes(), options.engine());
      };
      return PluginSpec.of(options.plugin(), code)
          .withConfiguration(options.configuration())
          .withVmConfiguration(options.vmConfiguration())
          .withAllowOnHeadersStopIteration(true)
          .withFailurePolicy(options.failurePolicy());
    } catch (ModuleRejectedException e) {
      throw new GatewayException("the module is invalid: " + e.getMessage(), e);
    }
  }

  private static <T> T install(Callable<T> work) throws Exception {
    try {
      return work.call();
    } catch (PluginRefusedException e) {
      throw new GatewayException(e.getMessage(), e);
    }
  }

  private void print(LogLine line) {
    options.output().accept(line.toString());
  }

  /** Closes the gateway when the JVM is asked to end, for instance by Ctrl-C. */
  public Gateway closeOnShutdown() {
    Runtime.getRuntime().addShutdownHook(new Thread(this::close, "sluice-gateway-shutdown"));
    return this;
  }

  /** Stops listening, gives what is in flight two seconds, ends the plugin. A second call does nothing. */
  @Override
  public synchronized void close() {
    if (closed) {
      return;
    }
    closed = true;
    if (front != null) {
      await(front.shutdown(GRACE).otherwiseEmpty());
    }
    onLoop(() -> {
      worker.close();
      return worker;
    });
    await(vertx.close());
  }

  private <T> T onLoop(Callable<T> work) {
    Future<T> done = Future.future(promise -> loop.runOnContext(go -> {
      try {
        promise.complete(work.call());
      } catch (Throwable e) {
        promise.fail(e);
      }
    }));
    try {
      return await(done);
    } catch (CompletionException e) {
      switch (e.getCause()) {
        case RuntimeException cause -> throw cause;
        case Error cause -> throw cause;
        default -> throw e;
      }
    }
  }

  private static <T> T await(Future<T> future) {
    return future.toCompletionStage().toCompletableFuture().join();
  }
}
