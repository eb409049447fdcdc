package dev.sluice.host.gateway;

import dev.sluice.abi.Bytes;
import dev.sluice.host.model.Clusters;
import dev.sluice.host.model.Filter;
import dev.sluice.host.model.HostEnvironment;
import dev.sluice.host.model.LogLine;
import dev.sluice.host.model.PluginRefusedException;
import dev.sluice.host.model.PluginSpec;
import dev.sluice.host.model.ProxyModel;
import dev.sluice.host.model.Worker;
import dev.sluice.host.vm.ModuleRejectedException;
import dev.sluice.host.vm.WasmPlugin;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import java.net.BindException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionException;

/**
 * A development gateway: HTTP/1.1 requests pass one plugin and go on to an upstream; bodies stream in both directions.
 * Every request is told in one line. It has one thread, on which the plugin runs.
 */
public final class Gateway implements AutoCloseable {
  private static final Duration GRACE = Duration.ofSeconds(2);

  private final GatewayOptions options;
  private final Vertx vertx;
  private final Context loop;
  private final Worker worker;
  private Filter filter;
  private Upstream upstream;
  private HttpServer server;
  private boolean closed;

  private Gateway(GatewayOptions options) {
    this.options = options;
    VertxOptions threads = new VertxOptions().setEventLoopPoolSize(1);
    this.vertx = Vertx.builder().with(threads).withTransport(new DeepTransport()).build();
    this.loop = vertx.getOrCreateContext();
    this.worker =
        new ProxyModel(HostEnvironment.live(this::print), Clusters.none()).worker(new VertxDispatcher(vertx, loop));
  }

  /**
   * Starts a gateway.
   *
   * @throws GatewayException when the module is invalid, the plugin refuses its configuration, the port is taken, or
   *     the upstream's address is none
   */
  public static Gateway start(GatewayOptions options) {
    return start(options, spec(options, options.module()));
  }

  /** A gateway for a plugin that need not be a module. */
  static Gateway start(GatewayOptions options, PluginSpec plugin) {
    options.upstream().forEach(Upstream::checked);
    Gateway gateway = new Gateway(options);
    try {
      gateway.open(plugin);
      return gateway;
    } catch (RuntimeException | Error e) {
      gateway.close();
      throw e;
    }
  }

  private void open(PluginSpec plugin) {
    filter = onLoop(() -> install(() -> worker.install(plugin)));
    upstream = new Upstream(vertx, options.upstream().getOrElse(this::sampleUpstream));
    HttpServerOptions listening = new HttpServerOptions()
        .setHost(options.host())
        .setPort(options.port())
        .setHandle100ContinueAutomatically(false)
        .setHttp2ClearTextEnabled(false)
        .setMaxHeaderSize(Limits.MOST_HEADER_BYTES)
        .setMaxInitialLineLength(Limits.MOST_LINE_BYTES);
    server = vertx.createHttpServer(listening)
        .requestHandler(request -> new GatewayExchange(vertx, options, upstream,
            worker.stream(List.of(filter), ConnectionAttributes.of(request)), request).begin())
        .invalidRequestHandler(request -> new GatewayExchange(vertx, options, upstream,
            worker.stream(List.of()), request).begin());
    try {
      await(server.listen());
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

  private URI sampleUpstream() {
    HttpServer sample = await(SampleUpstream.start(vertx));
    return URI.create("http://127.0.0.1:" + sample.actualPort());
  }

  /** The port that the gateway listens at. */
  public int port() {
    return server.actualPort();
  }

  /**
   * New requests meet this module, with the same configuration; those in flight keep the one they began with.
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

  /** Stops listening, gives requests in flight two seconds, ends the plugin. A second call does nothing. */
  @Override
  public synchronized void close() {
    if (closed) {
      return;
    }
    closed = true;
    if (server != null) {
      await(server.shutdown(GRACE).otherwiseEmpty());
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
