package dev.sluice.bridge.deploy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vavr.collection.Vector;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

class DeploymentFilesTest {
  private static final WasmFilterConfig FILTER =
      WasmFilterConfig.of("require-user", "/plugins/require-user.wasm").withConfiguration("{\"header\":\"x-user-id\"}");
  private static final Cluster UPSTREAM = Cluster.of("upstream", new Address("127.0.0.1", 8080));

  @TempDir Path directory;

  @Test
  void envoyFileIsWhatAPersonReads() throws Exception {
    DeploymentFiles.write(directory, FILTER, UPSTREAM);
    String expected;
    try (var golden = getClass().getResourceAsStream("envoy.yaml")) {
      expected = new String(golden.readAllBytes(), StandardCharsets.UTF_8);
    }
    assertEquals(expected, Files.readString(directory.resolve("envoy.yaml")));
  }

  @Test
  void istioFilesCarryTheSettings() throws Exception {
    Vector<Path> files = DeploymentFiles.write(directory, FILTER, UPSTREAM);
    assertEquals(
        List.of("envoy.yaml", "istio-wasmplugin.yaml", "istio-envoyfilter.yaml"),
        files.map(file -> file.getFileName().toString()).toJavaList());
    Map<?, ?> plugin = load(Files.readString(directory.resolve("istio-wasmplugin.yaml")));
    assertEquals("WasmPlugin", plugin.get("kind"));
    assertEquals(Map.of("header", "x-user-id"), ((Map<?, ?>) plugin.get("spec")).get("pluginConfig"));
    String filter = Files.readString(directory.resolve("istio-envoyfilter.yaml"));
    assertTrue(filter.contains("filename: /var/local/wasm/require-user.wasm"), filter);
  }

  @Test
  void whatAWasmPluginCannotSayGoesIntoTheEnvoyFilterOnly() throws Exception {
    DeploymentFiles.write(directory, FILTER, UPSTREAM);
    DeploymentFiles.write(directory, FILTER.withAllowOnHeadersStopIteration(true), UPSTREAM);
    assertFalse(Files.exists(directory.resolve("istio-wasmplugin.yaml")));
    assertTrue(
        Files.readString(directory.resolve("istio-envoyfilter.yaml"))
            .contains("allow_on_headers_stop_iteration: true"));

    assertTrue(IstioConfig.ingress(FILTER.withConfiguration(""), "oci://x").fitsWasmPlugin());
    assertFalse(IstioConfig.ingress(FILTER.withConfiguration("[1]"), "oci://x").fitsWasmPlugin());
    assertFalse(IstioConfig.ingress(FILTER.withConfiguration("not json"), "oci://x").fitsWasmPlugin());
    IstioConfig large = IstioConfig.ingress(FILTER.withConfiguration("{\"id\":9007199254740993}"), "oci://x");
    assertFalse(large.fitsWasmPlugin());
    assertThrows(IllegalStateException.class, large::wasmPlugin);
  }

  @Test
  void settingsReachTheResourceAsTheyAre() {
    String json =
        "{\"a\":[1,2.5,-3e2,true,null,\"yes\",\"01\",\"x: y\"],\"on\":{},\"b\":[],\"c\":\"caf\u00e9 \\u0000\"}";
    Map<?, ?> plugin = load(IstioConfig.ingress(FILTER.withConfiguration(json), "oci://x").wasmPlugin());
    Map<?, ?> settings = (Map<?, ?>) ((Map<?, ?>) plugin.get("spec")).get("pluginConfig");
    List<Object> a = new java.util.ArrayList<>(List.of(1, 2.5, -300.0, true));
    a.add(null);
    a.addAll(List.of("yes", "01", "x: y"));
    assertEquals(a, settings.get("a"));
    assertEquals(Map.of(), settings.get("on"));
    assertEquals(List.of(), settings.get("b"));
    assertEquals("caf\u00e9 \u0000", settings.get("c"));
  }

  @Test
  void anyConfigurationTextSurvives() {
    for (String text : List.of("x", "yes", "1e3", "0x10", "~", "- a", " lead", "a\nb", "a\n\nb\n", "\na", "a \nb",
        "tab\there",
        "it's", "\"quoted\"", "#no comment", "a: b", "\u00fc\u4e2d\ud83d\ude00", "\u0000\u0001\u007f\u0085",
        "{\n  \"pretty\": [1,\n    2]\n}\n", "trailing\n\n\n", "\r\n")) {
      String yaml = YamlText.render(FILTER.withConfiguration(text).yaml());
      Map<?, ?> typed = (Map<?, ?>) load(yaml).get("typed_config");
      Map<?, ?> config = (Map<?, ?>) typed.get("config");
      assertEquals(text, ((Map<?, ?>) config.get("configuration")).get("value"), yaml);
    }
  }

  @Test
  void metadataFramesAreAllowedOnBothSidesWhereWanted() {
    Address port = Address.anyLocalPort();
    HttpListener listener = HttpListener.of("in", port, "upstream", FILTER);
    Cluster cluster = UPSTREAM.withProtocol(Cluster.Protocol.HTTP_2);
    assertFalse(EnvoyConfig.of(port, listener, cluster).yaml().contains("allow_metadata"));
    Cluster allowing = UPSTREAM.withProtocol(Cluster.Protocol.HTTP_2_METADATA);
    String yaml = EnvoyConfig.of(port, listener.withMetadata(true), allowing).yaml();
    assertEquals(3, yaml.split("allow_metadata: true", -1).length, yaml);
  }

  @Test
  void mistakesAreRefusedWithTheirPlace() {
    Address port = Address.anyLocalPort();
    HttpListener listener = HttpListener.of("in", port, "upstrem", FILTER);
    var unknown = assertThrows(IllegalArgumentException.class, () -> EnvoyConfig.of(port, listener, UPSTREAM));
    assertEquals("listener in routes to cluster upstrem, but the clusters are: upstream", unknown.getMessage());
    assertThrows(IllegalArgumentException.class, () -> new Address("h", 65536));
    assertThrows(IllegalArgumentException.class, () -> Cluster.of("c"));
    assertThrows(IllegalArgumentException.class, () -> Cluster.of("c", new Address("::1", 1), new Address("host", 1)));
  }

  private static Map<?, ?> load(String yaml) {
    return (Map<?, ?>) new Load(LoadSettings.builder().build()).loadFromString(yaml);
  }
}
