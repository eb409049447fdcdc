package dev.sluice.bridge.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Each thing that a host refuses, in the smallest module that has it. */
final class ModuleVerifierTest {
  private static final int I32 = 0x7f;
  private static final byte[] HEADER = {0, 'a', 's', 'm', 1, 0, 0, 0};

  @Test
  void bytesThatAreNoModule() {
    assertRefused("not a valid WebAssembly module", "hello".getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void anEmptyModuleLacksEverything() {
    List<String> refusals = ModuleVerifier.verify(HEADER).refusals();
    assertEquals(5, refusals.size(), refusals.toString());
  }

  @Test
  void anImportThatNoHostHas() {
    assertRefused("imports env.proxy_fly, which no Proxy-Wasm host has", module(type(), imported("env", "proxy_fly")));
    assertRefused("teavmMath.pow", module(type(), imported("teavmMath", "pow")));
  }

  @Test
  void anImportOfTheWrongType() {
    assertRefused("import env.proxy_log has the type", module(type(), imported("env", "proxy_log")));
  }

  @Test
  void anImportedGlobal() {
    byte[] global = section(2, 1, name("env"), name("size"), new byte[] {3, I32, 0});
    assertRefused("imports a global (env.size)", module(global));
  }

  @Test
  void anExportOfTheWrongType() {
    byte[] function = section(3, 1, new byte[] {0});
    byte[] export = section(7, 1, name("proxy_on_tick"), new byte[] {0, 0});
    byte[] code = section(10, 1, new byte[] {2, 0, 0x0b});
    assertRefused("export proxy_on_tick has the type", module(type(), function, export, code));
  }

  @Test
  void moreMemoryThanHostsGive() {
    byte[] memory = section(5, 1, new byte[] {0, (byte) 0x81, (byte) 0x80, 1});
    assertRefused("asks for 16385 pages", module(memory));
  }

  @Test
  void whatNotEveryEngineHasIsTold() {
    byte[] tag = section(13, 1, new byte[] {0, 0});
    byte[] array = section(1, 1, new byte[] {0x5e, I32, 0});
    assertEquals(Set.of(), ModuleVerifier.verify(module(type())).features());
    assertEquals(Set.of("exception-handling"), ModuleVerifier.verify(module(type(), tag)).features());
    assertEquals(Set.of("gc"), ModuleVerifier.verify(module(array)).features());
  }

  private static void assertRefused(String wanted, byte[] module) {
    List<String> refusals = ModuleVerifier.verify(module).refusals();
    assertTrue(refusals.stream().anyMatch(refusal -> refusal.contains(wanted)), refusals.toString());
  }

  /** One type: no parameters, no result. */
  private static byte[] type() {
    return section(1, 1, new byte[] {0x60, 0, 0});
  }

  private static byte[] imported(String module, String name) {
    return section(2, 1, name(module), name(name), new byte[] {0, 0});
  }

  private static byte[] name(String text) {
    return concat(new byte[] {(byte) text.length()}, text.getBytes(StandardCharsets.UTF_8));
  }

  private static byte[] section(int id, int count, byte[]... parts) {
    byte[] content = concat(new byte[] {(byte) count}, concat(parts));
    return concat(new byte[] {(byte) id, (byte) content.length}, content);
  }

  private static byte[] module(byte[]... sections) {
    return concat(HEADER, concat(sections));
  }

  private static byte[] concat(byte[]... parts) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      out.writeBytes(part);
    }
    return out.toByteArray();
  }
}
