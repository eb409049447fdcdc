package dev.sluice.host.gateway;

import dev.sluice.abi.Bytes;
import dev.sluice.host.model.FailurePolicy;
import dev.sluice.host.vm.Engine;
import io.vavr.control.Option;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/**
 * How a gateway runs. Immutable; begin with {@link #of} and change what differs.
 *
 * @param plugin name of the plugin in messages and as property {@code plugin_name}
 * @param module where the .wasm comes from
 * @param configuration what the plugin gets in {@code proxy_on_configure}
 * @param vmConfiguration what its VM gets in {@code proxy_on_vm_start}
 * @param host the address to listen at
 * @param port 0 for any free one
 * @param traffic what passes the gateway; none for what the module takes: connections where it exports callbacks of
 *     theirs and none of HTTP streams, else requests
 * @param upstream {@code http://host:port}, {@code https://host:port}, {@code h2c://host:port} for HTTP/2 without TLS,
 *     {@code tcp://host:port} for connections; none for the built-in sample upstream
 * @param clusters what plugins can call by the name that Envoy's configuration gives it: {@code http://host:port},
 *     {@code https://host:port}, {@code h2c://host:port} for HTTP/2 without TLS, as gRPC services have it;
 *     {@link #SAMPLE} for the built-in sample upstream
 * @param holdTimeout after this time a request that the plugin holds is answered 504; 0 for never
 * @param responseTimeout when a request has been sent, the time until the response begins; then it is answered 504; 0
 *     for no limit
 * @param output receives each line that a user should see; called by one thread at a time
 */
public record GatewayOptions(
    String plugin,
    Module module,
    Bytes configuration,
    Bytes vmConfiguration,
    FailurePolicy failurePolicy,
    Engine engine,
    String host,
    int port,
    Option<Traffic> traffic,
    Option<URI> upstream,
    Map<String, URI> clusters,
    Duration holdTimeout,
    Duration responseTimeout,
    Consumer<String> output) {
  /** The address of the built-in sample upstream, as a cluster. */
  public static final URI SAMPLE = URI.create("sample");

  private static final Duration HOLD_TIMEOUT = Duration.ofSeconds(30);
  /** Envoy's default for a route. */
  private static final Duration RESPONSE_TIMEOUT = Duration.ofSeconds(15);

  public GatewayOptions {
    clusters = Map.copyOf(clusters);
  }

  /** Where a module comes from. */
  public sealed interface Module {
    /** A file, read when the gateway starts. */
    record File(Path path) implements Module {}

    /** The module itself. */
    record Binary(Bytes bytes) implements Module {}
  }

  /** A gateway for the module in this file, on any free port of 127.0.0.1, before the sample upstream. */
  public static GatewayOptions of(String plugin, Path module) {
    return of(plugin, new Module.File(module));
  }

  /** A gateway for this module, on any free port of 127.0.0.1, before the sample upstream. */
  public static GatewayOptions of(String plugin, Bytes module) {
    return of(plugin, new Module.Binary(module));
  }

  private static GatewayOptions of(String plugin, Module module) {
    return new GatewayOptions(plugin, module, Bytes.EMPTY, Bytes.EMPTY, FailurePolicy.FAIL_RELOAD, Engine.COMPILER,
        "127.0.0.1", 0,
        Option.none(), Option.none(), Map.of(), HOLD_TIMEOUT, RESPONSE_TIMEOUT, System.out::println);
  }

  /** The plugin's configuration as text. */
  public GatewayOptions withConfiguration(String text) {
    return new GatewayOptions(plugin, module, Bytes.utf8(text), vmConfiguration, failurePolicy, engine, host, port,
        traffic, upstream,
        clusters,
        holdTimeout, responseTimeout, output);
  }

  /** The configuration of the plugin's VM as text. */
  public GatewayOptions withVmConfiguration(String text) {
    return new GatewayOptions(plugin, module, configuration, Bytes.utf8(text), failurePolicy, engine, host, port,
        traffic, upstream, clusters, holdTimeout, responseTimeout, output);
  }

  public GatewayOptions withFailurePolicy(FailurePolicy policy) {
    return new GatewayOptions(plugin, module, configuration, vmConfiguration, policy, engine, host, port, traffic,
        upstream, clusters,
        holdTimeout, responseTimeout, output);
  }

  public GatewayOptions withEngine(Engine other) {
    return new GatewayOptions(plugin, module, configuration, vmConfiguration, failurePolicy, other, host, port, traffic,
        upstream,
        clusters,
        holdTimeout, responseTimeout, output);
  }

  public GatewayOptions withHost(String address) {
    return new GatewayOptions(plugin, module, configuration, vmConfiguration, failurePolicy, engine, address, port,
        traffic, upstream,
        clusters,
        holdTimeout, responseTimeout, output);
  }

  public GatewayOptions withPort(int number) {
    return new GatewayOptions(plugin, module, configuration, vmConfiguration, failurePolicy, engine, host, number,
        traffic, upstream,
        clusters,
        holdTimeout, responseTimeout, output);
  }

  public GatewayOptions withTraffic(Traffic what) {
    return new GatewayOptions(plugin, module, configuration, vmConfiguration, failurePolicy, engine, host, port,
        Option.some(what),
        upstream, clusters, holdTimeout, responseTimeout, output);
  }

  public GatewayOptions withUpstream(URI uri) {
    return new GatewayOptions(plugin, module, configuration, vmConfiguration, failurePolicy, engine, host, port,
        traffic,
        Option.some(uri), clusters, holdTimeout, responseTimeout, output);
  }

  /** One more cluster, or another address for one. */
  public GatewayOptions withCluster(String name, URI address) {
    Map<String, URI> more = new HashMap<>(clusters);
    more.put(name, address);
    return new GatewayOptions(plugin, module, configuration, vmConfiguration, failurePolicy, engine, host, port,
        traffic, upstream,
        more, holdTimeout, responseTimeout, output);
  }

  public GatewayOptions withHoldTimeout(Duration time) {
    return new GatewayOptions(plugin, module, configuration, vmConfiguration, failurePolicy, engine, host, port,
        traffic, upstream,
        clusters, time,
        responseTimeout, output);
  }

  public GatewayOptions withResponseTimeout(Duration time) {
    return new GatewayOptions(plugin, module, configuration, vmConfiguration, failurePolicy, engine, host, port,
        traffic, upstream,
        clusters,
        holdTimeout, time, output);
  }

  public GatewayOptions withOutput(Consumer<String> lines) {
    return new GatewayOptions(plugin, module, configuration, vmConfiguration, failurePolicy, engine, host, port,
        traffic, upstream,
        clusters,
        holdTimeout, responseTimeout, lines);
  }
}
