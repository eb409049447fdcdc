package dev.sluice.bridge;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.bridge.cache.BuildCache;
import dev.sluice.bridge.probe.Described;
import dev.sluice.bridge.probe.DirectBuffer;
import dev.sluice.bridge.probe.MathFunctions;
import dev.sluice.bridge.probe.OpensSocket;
import dev.sluice.bridge.probe.OwnHeap;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PluginCompilerTest {
  @TempDir Path folder;

  @Test
  void whatTeaVmLacksIsRefusedWithTheCallSite() {
    BuildFailure failure =
        assertThrows(BuildFailure.class, () -> PluginCompiler.compile(Guest.request(OpensSocket.class, folder)));
    assertTrue(failure.getMessage().contains("java.net.Socket was not found"), failure.getMessage());
    assertTrue(
        failure.getMessage()
            .matches(
                "(?s).*in dev\\.sluice\\.bridge\\.probe\\.OpensSocket\\.connect \\(.*OpensSocket\\.java:\\d+\\).*"),
        failure.getMessage());
    assertFalse(Files.exists(folder.resolve("OpensSocket.wasm")), "nothing is written");
  }

  @Test
  void memoryThatAModuleDoesNotHaveIsRefusedWithTheCallSite() {
    assertRefused(DirectBuffer.class, "java.nio.ByteBuffer.allocateDirect");
    assertRefused(OwnHeap.class, "TeaVM's own heap has no memory in a module");
  }

  private void assertRefused(Class<?> plugin, String reason) {
    BuildFailure failure =
        assertThrows(BuildFailure.class, () -> PluginCompiler.compile(Guest.request(plugin, folder)));
    assertTrue(failure.getMessage().contains(reason), failure.getMessage());
    assertTrue(failure.getMessage().contains(plugin.getSimpleName() + ".java:"), failure.getMessage());
  }

  @Test
  void aClassThatIsNotThereIsNamed() {
    BuildFailure failure = refusal("a.b.Missing");
    assertTrue(failure.getMessage().contains("a.b.Missing"), failure.getMessage());
  }

  @Test
  void aClassThatIsNoPluginIsToldWhatToImplement() {
    BuildFailure failure = refusal("java.lang.Object");
    assertTrue(failure.getMessage().contains("dev.sluice.dsl.SluicePlugin"), failure.getMessage());
  }

  @Test
  void anAbstractPluginIsRefused() {
    BuildFailure failure = refusal("java.lang.Number");
    assertTrue(failure.getMessage().contains("not abstract"), failure.getMessage());
  }

  private BuildFailure refusal(String plugin) {
    BuildRequest request = BuildRequest.of(plugin, List.of(), folder.resolve("x.wasm"));
    return assertThrows(BuildFailure.class, () -> PluginCompiler.compile(request));
  }

  @Test
  void theManifestTellsWhatTheModuleNeeds() throws Exception {
    BuildResult built = PluginCompiler.compile(Guest.request(MathFunctions.class, folder));
    Manifest read = Manifest.fromJson(Files.readString(built.manifestFile()));
    assertEquals(built.manifest(), read);
    assertEquals(Set.of("proxy_on_request_headers"), read.callbacks());
    assertEquals(Set.of("proxy_log", "proxy_send_local_response"), read.hostcalls(), "its own, and the last guard's");
    assertEquals(Set.of(), read.wasi());
    assertEquals(Set.of("exception-handling", "gc"), read.features());
    assertEquals(Files.size(built.wasm()), read.size());
  }

  @Test
  void theSchemaOfTheSettingsLiesBesideAndIsNoPartOfTheModule() throws Exception {
    BuildResult built = PluginCompiler.compile(Guest.request(Described.class, folder));
    assertEquals("Described.settings.schema.json", built.manifest().settingsSchema());
    Path schema = built.settingsSchemaFile().get();
    assertEquals(folder.resolve("Described.settings.schema.json"), schema);
    assertTrue(Files.readString(schema).contains(Described.DESCRIPTION), Files.readString(schema));
    assertTrue(
        Files.readString(built.manifestFile()).contains("\"settingsSchema\": \"Described.settings.schema.json\""));
    String module = Files.readString(built.wasm(), StandardCharsets.ISO_8859_1);
    assertTrue(module.contains(Described.FIELD), "strings of the module can be found in it");
    assertFalse(module.contains(Described.DESCRIPTION), "a description is left out");
    assertFalse(module.contains("additionalProperties"), "the words of a schema are left out");
  }

  @Test
  void aModuleWhoseInputsDidNotChangeIsNotCompiledAgain() throws Exception {
    BuildCache cache = BuildCache.in(folder.resolve("cache"));
    BuildRequest request = Guest.request(Described.class, folder);
    BuildResult first = PluginCompiler.compile(request, cache);
    byte[] module = Files.readAllBytes(first.wasm());
    BuildResult second = PluginCompiler.compile(request, cache);
    assertFalse(first.kept());
    assertTrue(second.kept());
    assertEquals(first.manifest(), second.manifest());
    assertArrayEquals(module, Files.readAllBytes(second.wasm()));
    assertFalse(PluginCompiler.compile(request.withNames(true), cache).kept(), "other options");
  }

  @Test
  void aPluginThatDecodesNothingHasNoSchema() throws Exception {
    Path old = Files.writeString(folder.resolve("MathFunctions.settings.schema.json"), "{}");
    BuildResult built = PluginCompiler.compile(Guest.request(MathFunctions.class, folder));
    assertTrue(built.settingsSchemaFile().isEmpty());
    assertFalse(Files.readString(built.manifestFile()).contains("settingsSchema"));
    assertFalse(Files.exists(old), "that of an earlier build is gone");
  }

  @Test
  void aFileThatIsNoManifestIsToldSo() {
    assertThrows(BuildFailure.class, () -> Manifest.fromJson("[1, 2"));
  }
}
