package dev.sluice.benchmarks;

import dev.sluice.bridge.BuildRequest;
import dev.sluice.bridge.PluginCompiler;
import dev.sluice.engine.PluginCallbacks;
import dev.sluice.host.exchange.EmbeddedProxy;
import dev.sluice.host.exchange.HttpRequest;
import dev.sluice.host.exchange.HttpResponse;
import dev.sluice.host.model.GuestSource;
import dev.sluice.host.model.JvmPlugin;
import dev.sluice.host.model.PluginSpec;
import dev.sluice.host.vm.Engine;
import dev.sluice.host.vm.WasmPlugin;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** A whole exchange in the embedded host that the plugin lets through, on each way of running the plugin. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class PassPath {
  private static final HttpRequest REQUEST = HttpRequest.get("/").header("x-user-id", "7");
  private static final HttpResponse RESPONSE = HttpResponse.of(200, "ok");

  /** Exchanges in a row, so that the hand-over to the proxy's thread does not count. */
  private static final int BATCH = 1_000;

  /** How the plugin runs. */
  public enum Runner {
    JVM,
    COMPILER,
    INTERPRETER
  }

  @Param public Runner runner;

  private EmbeddedProxy proxy;

  @Setup
  public void start() throws IOException {
    proxy = EmbeddedProxy.start(PluginSpec.of("require-user", source()));
  }

  private GuestSource source() throws IOException {
    return switch (runner) {
      case JVM -> JvmPlugin.of(host -> PluginCallbacks.of(new RequireUser(), host));
      case COMPILER -> WasmPlugin.of(module(), Engine.COMPILER);
      case INTERPRETER -> WasmPlugin.of(module(), Engine.INTERPRETER);
    };
  }

  private static Path module() throws IOException {
    Path folder = Files.createTempDirectory("sluice-bench");
    Path classes = Path.of(RequireUser.class.getProtectionDomain().getCodeSource().getLocation().getPath());
    Path output = folder.resolve("require-user.wasm");
    return PluginCompiler.compile(BuildRequest.of(RequireUser.class.getName(), List.of(classes), output)).wasm();
  }

  @TearDown
  public void stop() {
    proxy.close();
  }

  @Benchmark
  @OperationsPerInvocation(BATCH)
  public int exchange() {
    return proxy.run(
        sender -> {
          int passed = 0;
          for (int i = 0; i < BATCH; i++) {
            passed += sender.exchange(REQUEST, request -> RESPONSE).status() == 200 ? 1 : 0;
          }
          return passed;
        });
  }
}
