package dev.sluice.host.exchange;

import dev.sluice.abi.Bytes;
import dev.sluice.host.model.Filter;
import dev.sluice.host.model.HostEnvironment;
import dev.sluice.host.model.Metrics;
import dev.sluice.host.model.PluginSpec;
import dev.sluice.host.model.ProxyModel;
import dev.sluice.host.model.VirtualClock;
import dev.sluice.host.model.Worker;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

/**
 * A proxy without sockets: plugins between a client that calls {@link #exchange} and an upstream that is a function.
 * Plugins run on a thread of the proxy's own; calls of several threads queue up there. Timers go by virtual time, which
 * passes when {@link #advance} says so, or while an exchange waits.
 */
public final class EmbeddedProxy implements AutoCloseable {
  private final ProxyOptions options;
  private final ProxyThread thread;
  private final ProxyModel proxy;
  private final List<Installed> workers = new ArrayList<>();
  private final int firstWithStreams;

  private EmbeddedProxy(ProxyOptions options, List<PluginSpec> plugins) {
    this.options = options;
    this.firstWithStreams = options.mainThread() ? 1 : 0;
    thread = new ProxyThread(options.environment().clock() instanceof VirtualClock known ? known : new VirtualClock());
    proxy = new ProxyModel(options.environment(), options.clusters());
    try {
      thread.run(() -> {
        for (int i = 0; i < options.workers() + firstWithStreams; i++) {
          workers.add(Installed.on(proxy.worker(thread.dispatcher()), plugins));
        }
      });
    } catch (RuntimeException | Error e) {
      thread.close();
      throw e;
    }
  }

  /**
   * A proxy with these plugins, the first being the first to see requests.
   *
   * @throws dev.sluice.host.model.PluginRefusedException when one of them does not come up
   */
  public static EmbeddedProxy start(ProxyOptions options, PluginSpec... plugins) {
    return new EmbeddedProxy(options, List.of(plugins));
  }

  /** A proxy of one worker with these plugins, see {@link #start(ProxyOptions, PluginSpec...)}. */
  public static EmbeddedProxy start(HostEnvironment environment, PluginSpec... plugins) {
    return start(ProxyOptions.of(environment), plugins);
  }

  /** A proxy with this plugin, whose every run sees the same time and randomness. */
  public static EmbeddedProxy start(PluginSpec plugin) {
    return start(ProxyOptions.deterministic(), plugin);
  }

  /**
   * Sends one request to the first worker and returns when the exchange is over for all plugins. Time passes while it
   * waits, at most as long as the proxy's patience.
   *
   * @throws StreamHeldException when a plugin stops it for good
   */
  public HttpOutcome exchange(HttpRequest request, Function<HttpRequest, HttpResponse> upstream) {
    return exchange(0, request, upstream);
  }

  /** Sends one request to the worker of this number, from 0; see {@link #exchange(HttpRequest, Function)}. */
  public HttpOutcome exchange(int worker, HttpRequest request, Function<HttpRequest, HttpResponse> upstream) {
    return thread.call(() -> new Exchange(this, open(worker, Map.of()), request, upstream).run());
  }

  /** Opens an exchange that the caller sends piece by piece. */
  public Conversation open() {
    return open(Map.of());
  }

  /** Opens an exchange with these attributes, see {@link #open(int, Map)}. */
  public Conversation open(Map<Bytes, Bytes> attributes) {
    return open(0, attributes);
  }

  /**
   * Opens an exchange on a worker, that the caller sends piece by piece.
   *
   * @param worker from 0
   * @param attributes what plugins can read as properties besides what follows from headers, by path with NUL between
   *     the segments; addresses for which there are none are made up
   */
  public Conversation open(int worker, Map<Bytes, Bytes> attributes) {
    Installed at = workers.get(firstWithStreams + worker);
    return new Conversation(thread, wire -> at.worker.stream(at.filters, SampleNetwork.with(attributes), wire));
  }

  /** A client connects to the first worker, whose plugins are filters of connections; the upstream takes it. */
  public TcpConversation connect() {
    return connect(0, Map.of(), true);
  }

  /**
   * A client connects to a worker, whose plugins are filters of connections.
   *
   * @param worker from 0
   * @param attributes what plugins can read as properties, by path with NUL between the segments
   * @param upstream whether an upstream takes the connection
   */
  public TcpConversation connect(int worker, Map<Bytes, Bytes> attributes, boolean upstream) {
    Installed at = workers.get(firstWithStreams + worker);
    return new TcpConversation(thread, upstream, sink -> at.worker.connection(at.filters, attributes, sink));
  }

  /**
   * Does work on the proxy's own thread, where sending a request costs no hand-over between threads: for many requests
   * in a row.
   */
  public <T> T run(Function<Sender, T> work) {
    return thread.call(() -> work.apply(this::exchange));
  }

  /** Sends requests as {@link #exchange} does. */
  @FunctionalInterface
  public interface Sender {
    HttpOutcome exchange(HttpRequest request, Function<HttpRequest, HttpResponse> upstream);
  }

  /** Lets time pass; what falls due on the way is done at its time, in order. */
  public void advance(Duration time) {
    thread.run(() -> thread.dispatcher().advance(time));
  }

  /** Lets time pass until this is so, as far as the proxy's patience goes; false where it does not become so. */
  public boolean await(BooleanSupplier condition) {
    return thread.await(condition, options.patience());
  }

  /**
   * Configures a plugin anew, on the main thread first, if it takes part, then on each worker.
   *
   * @param index its place in the order of plugins, from 0
   * @throws dev.sluice.host.model.PluginRefusedException when it does not come up; the old one stays in force
   */
  public void update(int index, PluginSpec plugin) {
    thread.run(() -> workers.forEach(worker -> worker.filters.get(index).update(plugin)));
  }

  /**
   * Calls a plugin by {@code proxy_on_foreign_function}, as an extension of a proxy does.
   *
   * @param worker from 0
   * @param index its place in the order of plugins, from 0
   * @param function a number that plugin and host agree on
   * @param arguments readable for the plugin while it is called
   */
  public void foreignFunction(int worker, int index, int function, Bytes arguments) {
    Filter filter = workers.get(firstWithStreams + worker).filters.get(index);
    thread.run(() -> filter.foreignFunction(function, arguments));
  }

  /** What the plugins count, on all workers. */
  public Metrics metrics() {
    return proxy.metrics();
  }

  @Override
  public void close() {
    thread.run(() -> workers.forEach(installed -> installed.worker.close()));
    thread.close();
  }

  private record Installed(Worker worker, List<Filter> filters) {
    static Installed on(Worker worker, List<PluginSpec> plugins) {
      return new Installed(worker, plugins.stream().map(worker::install).toList());
    }
  }
}
