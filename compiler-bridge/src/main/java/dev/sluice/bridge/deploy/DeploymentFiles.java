package dev.sluice.bridge.deploy;

import io.vavr.collection.Vector;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The files that a build writes beside a module, so that it can be put into a proxy at once. */
public final class DeploymentFiles {
  private DeploymentFiles() {}

  /**
   * Writes {@code envoy.yaml}, {@code istio-envoyfilter.yaml} and, where the resource can say all that the filter
   * needs, {@code istio-wasmplugin.yaml}; an older file of the last name is removed where it cannot.
   *
   * @param filter with the path of the module on this machine
   * @param upstream the service behind Envoy
   * @return the files written
   */
  public static Vector<Path> write(Path directory, WasmFilterConfig filter, Cluster upstream) throws IOException {
    Files.createDirectories(directory);
    String file = Path.of(filter.moduleFile()).getFileName().toString();
    HttpListener listener =
        HttpListener.of("ingress", new Address("0.0.0.0", 10000), upstream.name(), filter);
    EnvoyConfig envoy = EnvoyConfig.of(new Address("127.0.0.1", 9901), listener, upstream);
    Address to = upstream.endpoints().head();
    Path envoyFile =
        Files.writeString(
            directory.resolve("envoy.yaml"),
            envoy.yaml(
                "Envoy 1.35 or newer:  envoy -c envoy.yaml",
                "Serves port 10000 and passes what " + filter.name() + " lets through to " + to.host() + ":"
                    + to.port() + "."));
    IstioConfig istio = IstioConfig.ingress(filter, "oci://registry.example/" + filter.name() + ":latest");
    Path pluginFile = directory.resolve("istio-wasmplugin.yaml");
    Vector<Path> files = Vector.of(envoyFile);
    if (istio.fitsWasmPlugin()) {
      files = files.append(Files.writeString(pluginFile, istio.wasmPlugin()));
    } else {
      Files.deleteIfExists(pluginFile);
    }
    WasmFilterConfig mounted = filter.withModuleFile("/var/local/wasm/" + file);
    IstioConfig byFile = IstioConfig.ingress(mounted, istio.url());
    return files.append(Files.writeString(directory.resolve("istio-envoyfilter.yaml"), byFile.envoyFilter()));
  }
}
