package dev.sluice.cli.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.cli.project.Workspace;
import io.vavr.collection.Vector;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BuildCommandTest {
  @TempDir Path root;
  private TinyExample tiny;
  private Workspace workspace;
  private Path output;

  @BeforeEach
  void anExample() throws IOException {
    tiny = TinyExample.in(root);
    workspace = tiny.workspace();
    output = root.resolve("out");
    tiny.define("return plugin(\"tiny\").request(removeHeader(\"x-secret\"));");
    Files.writeString(tiny.folder().resolve("config.json"), "{\"sample\":1}");
  }

  @Test
  void theModuleAndWhatPutsItIntoAProxyAreWritten() throws IOException {
    Spoken said = Spoken.by(workspace, "build", "tiny", "--output", output.toString(), "--upstream", "app.test:81");
    assertEquals(0, said.status(), said.err());
    Path wasm = output.resolve("tiny.wasm");
    assertEquals(wasm.toString(), said.out().lines().reduce((first, second) -> second).orElseThrow());
    assertEquals("\0asm", Files.readString(wasm, java.nio.charset.StandardCharsets.ISO_8859_1).substring(0, 4));
    assertTrue(Files.readString(output.resolve("tiny.manifest.json")).contains("\"proxy_remove_header_map_value\""));
    String envoy = Files.readString(output.resolve("envoy.yaml"));
    for (String part : Vector.of("filename: " + wasm, "app.test", "port_value: 81", "{\"sample\":1}")) {
      assertTrue(envoy.contains(part), () -> part + " in\n" + envoy);
    }
    assertTrue(Files.exists(output.resolve("istio-wasmplugin.yaml")));
  }

  @Test
  void theSchemaOfTheSettingsIsWrittenBesideTheManifest() throws IOException {
    tiny.define("return plugin(settings.decode(dev.sluice.settings.Decoders.object(dev.sluice.settings.Decoders"
        + ".field(\"name\", dev.sluice.settings.Decoders.text()).orElse(\"tiny\")).as(name -> name)));");
    Spoken said = Spoken.by(workspace, "build", "tiny", "--output", output.toString(), "--config", "{}");
    assertEquals(0, said.status(), said.err());
    Path schema = output.resolve("tiny.settings.schema.json");
    assertTrue(said.out().lines().anyMatch(schema.toString()::equals), said.out());
    assertTrue(Files.readString(schema).contains("\"default\": \"tiny\""), Files.readString(schema));
    assertTrue(Files.readString(output.resolve("tiny.manifest.json"))
        .contains("\"settingsSchema\": \"tiny.settings.schema.json\""));
  }

  @Test
  void aModuleIsKeptAndTakenAgainWhereNothingChanged() throws IOException {
    Path wasm = output.resolve("tiny.wasm");
    build("--config", "{}");
    byte[] first = Files.readAllBytes(wasm);
    assertEquals(1, kept());
    build("--config", "{\"other\":2}");
    assertEquals(1, kept(), "other settings need no other module");
    tiny.define("return plugin(\"tiny\").request(removeHeader(\"x-other\"));");
    build();
    assertEquals(2, kept());
    assertFalse(Arrays.equals(first, Files.readAllBytes(wasm)));
  }

  @Test
  void noCacheCompilesAndKeepsNothing() throws IOException {
    build("--no-cache");
    assertTrue(Files.exists(output.resolve("tiny.wasm")));
    assertFalse(Files.exists(workspace.kept()));
  }

  private long kept() throws IOException {
    try (Stream<Path> files = Files.walk(workspace.kept())) {
      return files.filter(Files::isRegularFile).count();
    }
  }

  @Test
  void aHostThatCannotLoadTheModuleIsToldAndNothingIsWritten() throws IOException {
    Spoken said = Spoken.by(workspace, "build", "tiny", "--output", output.toString(), "--host", "ngx_wasm");
    assertEquals(1, said.status());
    assertTrue(said.err()
        .contains(
            "ngx_wasm_module 0.6 cannot load the module: it needs WebAssembly's exception-handling and gc"),
        said.err());
    assertFalse(Files.exists(output.resolve("tiny.wasm")));
  }

  @Test
  void whatIsNotKnownOfAHostIsToldAndTheModuleIsBuilt() throws IOException {
    Spoken said = Spoken.by(workspace, "build", "tiny", "--output", output.toString(), "--host", "google");
    assertEquals(0, said.status(), said.err());
    assertTrue(said.err().contains("Google Cloud Service Extensions: whether this host loads it is not known"),
        said.err());
    assertTrue(Files.exists(output.resolve("tiny.wasm")));
    assertEquals("", Spoken.by(workspace, "build", "tiny", "--output", output.toString(), "--host", "envoy").err());
  }

  @Test
  void anUnknownHostIsToldWithTheKnownOnes() {
    Spoken said = Spoken.by(workspace, "build", "tiny", "--host", "apache");
    assertEquals(2, said.status());
    assertTrue(said.err().contains("the hosts are envoy, envoy-stop-iteration, envoy-1.32, ngx_wasm, google"),
        said.err());
  }

  @Test
  void whatAModuleCannotDoIsToldWithItsPlace() throws IOException {
    tiny.define(
        "try { new java.net.Socket(\"a\", 1).close(); } catch (java.io.IOException e) { } return plugin(\"tiny\");");
    Spoken said = Spoken.by(workspace, "build", "tiny", "--output", output.toString());
    assertEquals(1, said.status());
    assertTrue(said.err().contains("java.net.Socket"), said.err());
    assertTrue(said.err().contains("Tiny"), said.err());
    assertFalse(said.err().contains("\tat "), said.err());
    assertFalse(Files.exists(output.resolve("tiny.wasm")));
  }

  @Test
  void anErrorInTheSourceIsToldWithItsPlace() throws IOException {
    tiny.define("return plugin(1);");
    Spoken said = Spoken.by(workspace, "build", "tiny", "--output", output.toString());
    assertEquals(1, said.status());
    assertTrue(said.err().contains("Tiny.java:6: "), said.err());
  }

  private void build(String... more) {
    Vector<String> words = Vector.of("build", "tiny", "--output", output.toString()).appendAll(Vector.of(more));
    Spoken said = Spoken.by(workspace, words.toJavaArray(String[]::new));
    assertEquals(0, said.status(), said.err());
  }
}
