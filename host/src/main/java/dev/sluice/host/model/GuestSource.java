package dev.sluice.host.model;

/**
 * Where instances of a plugin's code come from: a Java factory ({@link JvmPlugin}) or a wasm module
 * ({@code dev.sluice.host.vm.WasmPlugin}). Plugins whose sources are equal, and whose VM id and VM configuration are
 * equal too, share one VM in each worker.
 */
public interface GuestSource {

  /**
   * A fresh instance, loaded and initialised.
   *
   * @throws VmFailure when the code fails while it is loaded
   */
  Guest instantiate(GuestEnvironment environment);
}
