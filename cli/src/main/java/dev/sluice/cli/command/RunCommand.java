package dev.sluice.cli.command;

import dev.sluice.bridge.BuildFailure;
import dev.sluice.cli.build.CompileFailure;
import dev.sluice.cli.build.CompiledPlugin;
import dev.sluice.cli.build.ModuleBuild;
import dev.sluice.cli.project.PluginSource;
import dev.sluice.cli.project.Workspace;
import dev.sluice.cli.watch.SourceWatch;
import dev.sluice.host.gateway.Gateway;
import dev.sluice.host.gateway.GatewayException;
import dev.sluice.host.gateway.GatewayOptions;
import dev.sluice.host.gateway.Traffic;
import io.vavr.collection.Vector;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code sluice run}: the plugin, built, between real requests and an upstream. */
@Command(
    name = "run",
    description = "Builds a plugin and serves it: HTTP requests, or the connections of a plugin for TCP, pass the plugin,"
        + " as a .wasm in the embedded host, and go on to the upstream. Ctrl-C ends it.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class)
final class RunCommand implements Callable<Integer> {
  private static final int DEFAULT_PORT = 8080;
  private static final int MAX_PORT = 65_535;

  private final Workspace workspace;

  @Mixin private PluginWords plugin;

  @Mixin private CacheWords cache;

  @Option(
      names = {"-p", "--port"},
      paramLabel = "PORT",
      description = "Where to listen on 127.0.0.1; 0 takes any free port. Default: ${DEFAULT-VALUE}",
      defaultValue = "" + DEFAULT_PORT) private int port;

  @Option(
      names = "--upstream",
      paramLabel = "URL",
      description = "Where requests go on to, as in http://localhost:3000, h2c://localhost:3000 for HTTP/2 without TLS,"
          + " or tcp://localhost:3000 for connections. Default: a built-in one that tells what it got, or sends it"
          + " back.") private URI upstream;

  @Option(
      names = "--cluster",
      paramLabel = "NAME=URL",
      description = "A service that the plugin calls, by the name of its cluster in Envoy, as in"
          + " auth=http://localhost:9000 or, for gRPC, greeter=h2c://localhost:9001; auth=sample for one that tells what"
          + " it got. Can be repeated.") private Map<String, URI> clusters =
              new LinkedHashMap<>();

  @Option(
      names = "--vm-config",
      paramLabel = "TEXT",
      description = "The settings of the plugin's VM.",
      defaultValue = "") private String vmConfiguration;

  @Option(
      names = "--tcp",
      description = "Serves connections instead of HTTP requests. Default for a plugin that handles connections only.") private boolean tcp;

  @Option(
      names = "--timeout",
      paramLabel = "SECONDS",
      description = "How long the upstream may take to answer a request before it is answered 504; 0 for no limit."
          + " Default: ${DEFAULT-VALUE}",
      defaultValue = "15") private int timeout;

  @Option(names = "--watch",
      description = "Builds anew and reloads whenever the source changes.") private boolean watch;

  @Spec private CommandSpec spec;

  RunCommand(Workspace workspace) {
    this.workspace = workspace;
  }

  @Override
  public Integer call() throws IOException, CompileFailure, CommandFailure {
    if (port < 0 || port > MAX_PORT) {
      throw plugin.wrong("--port: " + port + " is not between 0 and " + MAX_PORT + ".");
    }
    if (timeout < 0) {
      throw plugin.wrong("--timeout: " + timeout + " is negative.");
    }
    PrintWriter out = spec.commandLine().getOut();
    PluginSource source = plugin.source(workspace);
    out.println("building " + source.name() + " ...");
    out.flush();
    CompiledPlugin compiled = CompiledPlugin.of(workspace, source);
    String settings = Promised.of(compiled, plugin.rootId(), plugin.settings(source)).settings();
    Path module = ModuleBuild.of(workspace, compiled, false, cache.of(workspace)).wasm();
    try (Gateway gateway = start(options(source, plugin.filter(compiled), module, settings, out))) {
      greet(out, source, gateway);
      serve(source, gateway);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return 0;
  }

  private GatewayOptions options(PluginSource source, String name, Path module, String settings, PrintWriter out)
      throws IOException {
    GatewayOptions options = GatewayOptions.of(name, module)
        .withConfiguration(settings)
        .withVmConfiguration(vmConfiguration)
        .withPort(port)
        .withResponseTimeout(Duration.ofSeconds(timeout))
        .withOutput(line -> {
          out.println(line);
          out.flush();
        });
    Map<String, URI> all = new LinkedHashMap<>();
    if (source instanceof PluginSource.OfExample(var example, var wanted)) {
      all.putAll(example.clusters());
    }
    all.putAll(clusters);
    for (Map.Entry<String, URI> cluster : all.entrySet()) {
      options = options.withCluster(cluster.getKey(), cluster.getValue());
    }
    GatewayOptions before = upstream == null ? options : options.withUpstream(upstream);
    return tcp ? before.withTraffic(Traffic.TCP) : before;
  }

  private static Gateway start(GatewayOptions options) throws CommandFailure {
    try {
      return Gateway.start(options).closeOnShutdown();
    } catch (GatewayException e) {
      throw new CommandFailure(e.getMessage(), e);
    }
  }

  private void greet(PrintWriter out, PluginSource source, Gateway gateway) throws IOException {
    int at = gateway.port();
    boolean http = gateway.traffic() == Traffic.HTTP;
    out.println("serving " + source.name() + " at " + (http ? "http" : "tcp") + "://localhost:" + at + ", upstream "
        + (upstream == null ? "built in" : upstream) + (watch ? ", watching the source" : "") + "; Ctrl-C ends it");
    if (http && source instanceof PluginSource.OfExample(var example, var wanted) && wanted.isEmpty()) {
      example.curlLines()
          .forEach(line -> out.println("  " + line.replace("localhost:" + DEFAULT_PORT, "localhost:" + at)));
    }
    out.flush();
  }

  /** Until the process is asked to end, which closes the gateway. */
  private void serve(PluginSource source, Gateway gateway) throws IOException, InterruptedException {
    if (!watch) {
      new CountDownLatch(1).await();
      return;
    }
    try (SourceWatch changes = SourceWatch.of(watched(source))) {
      while (!Thread.interrupted()) {
        changes.next();
        reload(source, gateway);
      }
    }
  }

  private static Vector<Path> watched(PluginSource source) {
    return switch (source) {
      case PluginSource.OfExample(var example, var wanted) -> Vector.of(example.sources());
      case PluginSource.OfClassPath(var className, var classPath) -> classPath.filter(Files::isDirectory);
    };
  }

  /** What cannot be compiled, built or loaded is told, and what is there keeps serving. */
  private void reload(PluginSource source, Gateway gateway) throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    try {
      out.println("changed, building ...");
      out.flush();
      gateway.swap(
          ModuleBuild.of(workspace, CompiledPlugin.of(workspace, source), false, cache.of(workspace)).wasm());
      out.println("reloaded");
    } catch (CompileFailure | BuildFailure | GatewayException e) {
      PrintWriter err = spec.commandLine().getErr();
      err.println(e.getMessage());
      err.flush();
      out.println("not reloaded, the version before keeps serving");
    }
    out.flush();
  }
}
