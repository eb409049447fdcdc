package dev.sluice.host.vm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.abi.Bytes;
import dev.sluice.abi.Callback;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ModuleCheckTest {
  private static final int EMPTY_DATA_SECTION = 3;
  private static final String NOT_PROXY = "not a module for Proxy-Wasm 0.2.1: ";

  @Test
  void whatIsNoWebAssemblyIsRefused() {
    assertTrue(rejection(Bytes.utf8("#!/bin/sh")).startsWith("not a WebAssembly module: "));
    Bytes whole = TestModule.proxy().build();
    assertTrue(rejection(whole.slice(0, whole.length() - 5)).startsWith("not a WebAssembly module: "));
  }

  @Test
  void aFileThatIsNotThereIsNamed() {
    String message = assertThrows(ModuleRejectedException.class,
        () -> WasmPlugin.of(Path.of("no/such.wasm"), Engine.INTERPRETER)).getMessage();
    assertTrue(message.startsWith("cannot read the module no/such.wasm"), message);
  }

  @Test
  void everyReasonIsTold() {
    assertEquals(NOT_PROXY + "the marker export proxy_abi_version_0_2_1 is missing; "
        + "neither proxy_on_memory_allocate nor malloc is exported", rejection(TestModule.empty().build()));
  }

  @Test
  void aModuleForTheOldAbiIsRefused() {
    Bytes old = TestModule.empty()
        .function("proxy_abi_version_0_1_0", "()-", code -> {})
        .function("malloc", "(i)i", code -> code.i32(0))
        .build();
    assertEquals(NOT_PROXY + "it is made for Proxy-Wasm 0.1.0, whose callbacks differ; rebuild it with a newer SDK",
        rejection(old));
  }

  @Test
  void anUnknownImportIsNamed() {
    assertEquals(NOT_PROXY + "it imports teavm.takeStackTrace, which no Proxy-Wasm host has",
        rejection(TestModule.proxy().imports("teavm.takeStackTrace", "()i").build()));
  }

  @Test
  void anImportOfAnotherTypeIsNamed() {
    String message = rejection(TestModule.proxy().imports("env.proxy_log", "(ii)i").build());
    assertTrue(message.startsWith(NOT_PROXY + "it imports env.proxy_log as "), message);
  }

  @Test
  void aCallbackOfAnotherTypeIsNamed() {
    String message =
        rejection(TestModule.proxy().function("proxy_on_request_headers", "(ii)i", code -> code.i32(0)).build());
    assertTrue(message.startsWith(NOT_PROXY + "it exports proxy_on_request_headers as "), message);
  }

  @Test
  void aSecondMemoryIsRefused() {
    assertEquals(NOT_PROXY + "it has more than one memory", rejection(TestModule.proxy().twoMemories().build()));
  }

  /** Between two sections the rest may be a whole module too; then what the cut took is what is missing. */
  @Test
  void aModuleCutOffAnywhereButBeforeItsDataIsRefused() {
    Bytes whole = TestModule.proxy().imports("env.proxy_log", "(iii)i").build();
    for (int end = 0; end < whole.length() - EMPTY_DATA_SECTION; end++) {
      rejection(whole.slice(0, end));
    }
  }

  @Test
  void theTypeOfEveryCallbackIsKnown() {
    assertEquals(Set.of(Callback.values()), Exported.CALLBACKS.keySet());
  }

  @Test
  void theSameBytesAreTheSamePlugin() {
    Bytes code = TestModule.proxy().build();
    assertEquals(WasmPlugin.of(code, Engine.INTERPRETER), WasmPlugin.of(code, Engine.INTERPRETER));
  }

  private static String rejection(Bytes code) {
    return assertThrows(ModuleRejectedException.class, () -> WasmPlugin.of(code, Engine.INTERPRETER)).getMessage();
  }
}
