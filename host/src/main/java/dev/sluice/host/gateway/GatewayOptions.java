package dev.sluice.host.gateway;

import dev.sluice.abi.Bytes;
import dev.sluice.host.model.FailurePolicy;
import dev.sluice.host.vm.Engine;
import io.vavr.control.Option;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Consumer;

/**
 * How a gateway runs. Immutable; begin with {@link #of} and change what differs.
 *
 * @param plugin name of the plugin in messages and as property {@code plugin_name}
 * @param module where the .wasm comes from
 * @param configuration what the plugin gets in {@code proxy_on_configure}
 * @param host the address to listen at
 * @param port 0 for any free one
 * @param upstream {@code http://host:port} or {@code https://host:port}; none for the built-in sample upstream
 * @param holdTimeout after this time a stream that the plugin holds is answered 504
 * @param output receives each line that a user should see; called by one thread at a time
 */
public record GatewayOptions(
    String plugin,
    Module module,
    Bytes configuration,
    FailurePolicy failurePolicy,
    Engine engine,
    String host,
    int port,
    Option<URI> upstream,
    Duration holdTimeout,
    Consumer<String> output) {

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
    return new GatewayOptions(plugin, module, Bytes.EMPTY, FailurePolicy.FAIL_RELOAD, Engine.COMPILER, "127.0.0.1", 0,
        Option.none(), Duration.ofSeconds(30), System.out::println);
  }

  /** The plugin's configuration as text. */
  public GatewayOptions withConfiguration(String text) {
    return new GatewayOptions(plugin, module, Bytes.utf8(text), failurePolicy, engine, host, port, upstream,
        holdTimeout, output);
  }

  public GatewayOptions withFailurePolicy(FailurePolicy policy) {
    return new GatewayOptions(plugin, module, configuration, policy, engine, host, port, upstream, holdTimeout, output);
  }

  public GatewayOptions withEngine(Engine other) {
    return new GatewayOptions(plugin, module, configuration, failurePolicy, other, host, port, upstream, holdTimeout,
        output);
  }

  public GatewayOptions withHost(String address) {
    return new GatewayOptions(plugin, module, configuration, failurePolicy, engine, address, port, upstream,
        holdTimeout, output);
  }

  public GatewayOptions withPort(int number) {
    return new GatewayOptions(plugin, module, configuration, failurePolicy, engine, host, number, upstream,
        holdTimeout, output);
  }

  public GatewayOptions withUpstream(URI uri) {
    return new GatewayOptions(plugin, module, configuration, failurePolicy, engine, host, port, Option.some(uri),
        holdTimeout, output);
  }

  public GatewayOptions withHoldTimeout(Duration time) {
    return new GatewayOptions(plugin, module, configuration, failurePolicy, engine, host, port, upstream, time, output);
  }

  public GatewayOptions withOutput(Consumer<String> lines) {
    return new GatewayOptions(plugin, module, configuration, failurePolicy, engine, host, port, upstream, holdTimeout,
        lines);
  }
}
