package dev.sluice.host.exchange;

import dev.sluice.abi.Bytes;
import dev.sluice.host.model.Filter;
import dev.sluice.host.model.HostEnvironment;
import dev.sluice.host.model.PluginSpec;
import dev.sluice.host.model.Worker;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * A proxy without sockets: plugins between a client that calls {@link #exchange} and an upstream that is a function.
 * Plugins run on a thread of the proxy's own; calls of several threads queue up there.
 */
public final class EmbeddedProxy implements AutoCloseable {
  private final DeepThread thread = new DeepThread("sluice-proxy");
  private final Worker worker;
  private final List<Filter> filters;

  private EmbeddedProxy(HostEnvironment environment, List<PluginSpec> plugins) {
    worker = new Worker(environment);
    try {
      filters = thread.call(() -> plugins.stream().map(worker::install).toList());
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
  public static EmbeddedProxy start(HostEnvironment environment, PluginSpec... plugins) {
    return new EmbeddedProxy(environment, List.of(plugins));
  }

  /** A proxy with this plugin, whose every run sees the same time and randomness. */
  public static EmbeddedProxy start(PluginSpec plugin) {
    return start(HostEnvironment.deterministic(), plugin);
  }

  /**
   * Sends one request and returns when the exchange is over for all plugins.
   *
   * @throws StreamHeldException when a plugin stops it for good
   */
  public HttpOutcome exchange(HttpRequest request, Function<HttpRequest, HttpResponse> upstream) {
    return thread.call(() -> new Exchange(open(), request, upstream).run());
  }

  /** Opens an exchange that the caller sends piece by piece. */
  public Conversation open() {
    return open(Map.of());
  }

  /**
   * Opens an exchange that the caller sends piece by piece.
   *
   * @param attributes what plugins can read as properties besides what follows from headers, by path with NUL between
   *     the segments
   */
  public Conversation open(Map<Bytes, Bytes> attributes) {
    return new Conversation(thread, wire -> worker.stream(filters, attributes, wire));
  }

  /**
   * Does work on the proxy's own thread, where sending a request costs no hand-over between threads: for many requests
   * in a row.
   */
  public <T> T run(Function<Sender, T> work) {
    return thread.call(() -> work.apply((request, upstream) -> new Exchange(open(), request, upstream).run()));
  }

  /** Sends requests as {@link #exchange} does. */
  @FunctionalInterface
  public interface Sender {
    HttpOutcome exchange(HttpRequest request, Function<HttpRequest, HttpResponse> upstream);
  }

  /**
   * Configures a plugin anew.
   *
   * @param index its place in the order of plugins, from 0
   * @throws dev.sluice.host.model.PluginRefusedException when it does not come up; the old one stays in force
   */
  public void update(int index, PluginSpec plugin) {
    thread.call(() -> {
      filters.get(index).update(plugin);
      return plugin;
    });
  }

  @Override
  public void close() {
    thread.call(() -> {
      worker.close();
      return worker;
    });
    thread.close();
  }
}
