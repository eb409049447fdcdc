package dev.sluice.host.vm;

import dev.sluice.abi.Bytes;
import dev.sluice.abi.Callback;
import dev.sluice.host.model.Guest;
import dev.sluice.host.model.GuestEnvironment;
import dev.sluice.host.model.GuestSource;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import run.endive.compiler.MachineFactoryCompiler;
import run.endive.runtime.Instance;
import run.endive.runtime.Machine;
import run.endive.wasm.Parser;
import run.endive.wasm.WasmEngineException;
import run.endive.wasm.WasmModule;
import run.endive.wasm.types.ExternalType;
import run.endive.wasm.types.OpCode;

/**
 * The code of a plugin as a Proxy-Wasm module, checked and, where the engine says so, compiled once. Two with the same
 * bytes and engine are equal.
 */
public final class WasmPlugin implements GuestSource {
  private static final Set<OpCode> TAIL_CALLS =
      Set.of(OpCode.RETURN_CALL, OpCode.RETURN_CALL_INDIRECT, OpCode.RETURN_CALL_REF);
  private static final Set<Callback> CONNECTION_CALLBACKS =
      EnumSet.range(Callback.NEW_CONNECTION, Callback.UPSTREAM_CONNECTION_CLOSE);
  private static final Set<Callback> HTTP_CALLBACKS =
      EnumSet.range(Callback.REQUEST_HEADERS, Callback.RESPONSE_METADATA);

  private final Bytes code;
  private final Engine engine;
  private final WasmModule module;
  private final List<String> exports;
  private final Function<Instance, Machine> machine;

  private WasmPlugin(Bytes code, Engine engine, WasmModule module, List<String> exports) {
    this.code = code;
    this.engine = engine;
    this.module = module;
    this.exports = exports;
    this.machine = engine == Engine.COMPILER ? compile(module) : null;
  }

  /**
   * The module of these bytes, to be compiled.
   *
   * @throws ModuleRejectedException when they are no module that a Proxy-Wasm host can run
   */
  public static WasmPlugin of(Bytes code) {
    return of(code, Engine.COMPILER);
  }

  /**
   * The module of these bytes.
   *
   * @throws ModuleRejectedException when they are no module that a Proxy-Wasm host can run
   */
  public static WasmPlugin of(Bytes code, Engine engine) {
    try {
      WasmModule module =
          Parser.builder().withValidation(true).build().parse(() -> new ByteArrayInputStream(code.toArray()));
      return new WasmPlugin(code, engine, module, ModuleCheck.check(module));
    } catch (WasmEngineException e) {
      throw new ModuleRejectedException("not a WebAssembly module: " + e.getMessage(), e);
    } catch (ModuleRejectedException e) {
      throw e;
    } catch (RuntimeException | StackOverflowError | OutOfMemoryError | AssertionError e) {
      // The parser trusts some numbers and depths before it checks them, and asserts others.
      throw new ModuleRejectedException("not a WebAssembly module: " + e, e);
    }
  }

  /**
   * The module in a file.
   *
   * @throws ModuleRejectedException when it cannot be read or is no module that a Proxy-Wasm host can run
   */
  public static WasmPlugin of(Path file, Engine engine) {
    try {
      return of(Bytes.wrap(Files.readAllBytes(file)), engine);
    } catch (IOException e) {
      throw new ModuleRejectedException("cannot read the module " + file + ": " + e, e);
    } catch (ModuleRejectedException e) {
      throw new ModuleRejectedException(file + ": " + e.getMessage(), e);
    }
  }

  private static Function<Instance, Machine> compile(WasmModule module) {
    try {
      return MachineFactoryCompiler.builder(module).withInterpretedFunctions(tailCalling(module)).compile();
    } catch (RuntimeException e) {
      throw new ModuleRejectedException("the module cannot be compiled: " + e.getMessage(), e);
    }
  }

  /** Functions with tail calls: only the interpreter can be ended while they call each other endlessly. */
  private static Set<Integer> tailCalling(WasmModule module) {
    int imported = module.importSection().count(ExternalType.FUNCTION);
    return IntStream.range(0, module.codeSection().functionBodyCount())
        .filter(body -> module.codeSection()
            .getFunctionBody(body)
            .instructions()
            .stream()
            .anyMatch(instruction -> TAIL_CALLS.contains(instruction.opcode())))
        .map(body -> imported + body)
        .boxed()
        .collect(Collectors.toSet());
  }

  @Override
  public Guest instantiate(GuestEnvironment environment) {
    return WasmGuest.load(this, environment);
  }

  /** True when the module exports callbacks of connections and none of HTTP streams. */
  public boolean servesConnectionsOnly() {
    return exportsAny(CONNECTION_CALLBACKS) && !exportsAny(HTTP_CALLBACKS);
  }

  private boolean exportsAny(Set<Callback> callbacks) {
    return callbacks.stream().anyMatch(callback -> exports(callback.exportName()));
  }

  WasmModule module() {
    return module;
  }

  boolean exports(String function) {
    return exports.contains(function);
  }

  /** Null for the interpreter. */
  Function<Instance, Machine> machine() {
    return machine;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof WasmPlugin that && engine == that.engine && code.equals(that.code);
  }

  @Override
  public int hashCode() {
    return 31 * engine.hashCode() + code.hashCode();
  }

  @Override
  public String toString() {
    return "WasmPlugin[" + code.length() + " bytes, " + engine + "]";
  }
}
