package dev.sluice.benchmarks.envoy;

import dev.sluice.bridge.deploy.Address;
import dev.sluice.bridge.deploy.Cluster;
import dev.sluice.bridge.deploy.EnvoyConfig;
import dev.sluice.bridge.deploy.HttpListener;
import dev.sluice.bridge.deploy.WasmFilterConfig;
import dev.sluice.testkit.envoy.EnvoyBinary;
import dev.sluice.testkit.envoy.EnvoyOptions;
import dev.sluice.testkit.envoy.EnvoyProcess;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** An Envoy of one worker with a module, or with none, that waits for load. */
final class Subject implements AutoCloseable {
  private static final String LISTENER = "in";
  private static final String UPSTREAM = "upstream";

  final String name;
  final Option<Path> module;
  private final EnvoyProcess envoy;

  private Subject(String name, Option<Path> module, EnvoyProcess envoy) {
    this.name = name;
    this.module = module;
    this.envoy = envoy;
  }

  static Subject start(EnvoyBinary binary, String name, Option<Path> module, int upstream) {
    Vector<WasmFilterConfig> filters =
        module.map(file -> WasmFilterConfig.of("require-user", file.toAbsolutePath().toString())).toVector();
    HttpListener listener =
        HttpListener.of(LISTENER, Address.anyLocalPort(), UPSTREAM, filters.toJavaArray(WasmFilterConfig[]::new));
    Cluster cluster = Cluster.of(UPSTREAM, new Address("127.0.0.1", upstream));
    EnvoyOptions options = EnvoyOptions.standard().withConcurrency(1);
    return new Subject(
        name, module, EnvoyProcess.start(binary, EnvoyConfig.of(Address.anyLocalPort(), listener, cluster), options));
  }

  int port() {
    return envoy.port(LISTENER);
  }

  /** Microseconds of processor time that Envoy has taken so far for its own work. */
  long userMicros() {
    return envoy.userTime().toNanos() / 1000;
  }

  long residentKib() {
    return envoy.residentMemory();
  }

  long moduleBytes() throws IOException {
    return module.isEmpty() ? 0 : Files.size(module.get());
  }

  @Override
  public void close() {
    envoy.close();
  }
}
