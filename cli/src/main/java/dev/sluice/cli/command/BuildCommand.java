package dev.sluice.cli.command;

import dev.sluice.abi.profile.HostProfile;
import dev.sluice.bridge.BuildResult;
import dev.sluice.bridge.HostFit;
import dev.sluice.bridge.deploy.Address;
import dev.sluice.bridge.deploy.Cluster;
import dev.sluice.bridge.deploy.DeploymentFiles;
import dev.sluice.bridge.deploy.WasmFilterConfig;
import dev.sluice.cli.build.CompileFailure;
import dev.sluice.cli.build.CompiledPlugin;
import dev.sluice.cli.build.ModuleBuild;
import dev.sluice.cli.project.PluginSource;
import dev.sluice.cli.project.Workspace;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code sluice build}: the module and all that puts it into a proxy. */
@Command(
    name = "build",
    description = "Builds a plugin into a .wasm and writes its manifest and the configuration for Envoy and Istio beside"
        + " it. The last line printed is the path of the .wasm.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class)
final class BuildCommand implements Callable<Integer> {
  private final Workspace workspace;

  @Mixin private PluginWords plugin;

  @Mixin private CacheWords cache;

  @Option(names = {"-o", "--output"}, paramLabel = "DIR",
      description = "Default: target/plugins/NAME in the project.") private Path output;

  @Option(
      names = "--upstream",
      paramLabel = "HOST:PORT",
      description = "What the generated envoy.yaml passes requests to. Default: ${DEFAULT-VALUE}",
      defaultValue = "127.0.0.1:8080",
      converter = AddressConverter.class) private Address upstream;

  @Option(
      names = "--vm-config",
      paramLabel = "TEXT",
      description = "The settings of the plugin's VM.",
      defaultValue = "") private String vmConfiguration;

  @Option(
      names = "--host",
      paramLabel = "HOST",
      description = "Says what the plugin will lack on another host than Envoy, and refuses to build where it cannot run"
          + " there. One of envoy, envoy-stop-iteration, envoy-1.32, ngx_wasm, google.",
      converter = HostConverter.class) private HostProfile host;

  @Option(names = "--wasm-opt",
      description = "Optimises the module with an installed wasm-opt (binaryen).") private boolean optimize;

  @Option(names = "--no-check",
      description = "Builds although the check of the plugin's steps finds errors.") private boolean noCheck;

  @Spec private CommandSpec spec;

  BuildCommand(Workspace workspace) {
    this.workspace = workspace;
  }

  @Override
  public Integer call() throws IOException, CompileFailure, CommandFailure {
    PluginSource source = plugin.source(workspace);
    String settings = plugin.settings(source);
    CompiledPlugin compiled = CompiledPlugin.of(workspace, source);
    if (!noCheck && LoadedPlugin.isPipeline(compiled)) {
      check(CheckedPlugin.of(compiled, plugin.rootId(), settings));
    }
    Promised promised = Promised.of(compiled, plugin.rootId(), settings);
    BuildResult module = ModuleBuild.of(workspace, compiled, optimize, cache.of(workspace));
    if (host != null) {
      checkHost(HostFit.of(module.manifest(), promised.headersStop(), host));
    }
    Path folder = output == null ? workspace.plugins().resolve(compiled.name()) : output;
    Path wasm = copy(module.wasm(), Files.createDirectories(folder).resolve(compiled.name() + ".wasm"));
    Path manifest = copy(module.manifestFile(), folder.resolve(compiled.name() + ".manifest.json"));
    WasmFilterConfig filter = WasmFilterConfig.of(plugin.filter(compiled), wasm.toAbsolutePath().normalize().toString())
        .withConfiguration(promised.settings())
        .withVmConfiguration(vmConfiguration)
        .withAllowOnHeadersStopIteration(promised.headersStop());
    PrintWriter out = spec.commandLine().getOut();
    out.println(Workspace.shown(manifest));
    for (Path schema : module.settingsSchemaFile()) {
      out.println(Workspace.shown(copy(schema, folder.resolve(schema.getFileName()))));
    }
    for (Path file : DeploymentFiles.write(folder, filter, Cluster.of("upstream", upstream))) {
      out.println(Workspace.shown(file));
    }
    out.println(Workspace.shown(wasm));
    return 0;
  }

  private void check(CheckedPlugin checked) throws CommandFailure {
    PrintWriter err = spec.commandLine().getErr();
    checked.lines(false).forEach(err::println);
    err.flush();
    if (checked.hasErrors()) {
      throw new CommandFailure("nothing is built, since the plugin has errors; --no-check builds it all the same.");
    }
  }

  private void checkHost(HostFit fit) throws CommandFailure {
    PrintWriter err = spec.commandLine().getErr();
    fit.findings().forEach(finding -> err.println(host + ": " + finding));
    err.flush();
    if (!fit.refusals().isEmpty()) {
      throw new CommandFailure(host + " cannot load the module: " + String.join("; ", fit.refusals()));
    }
  }

  private static Path copy(Path from, Path to) throws IOException {
    return Files.copy(from, to, StandardCopyOption.REPLACE_EXISTING);
  }
}
