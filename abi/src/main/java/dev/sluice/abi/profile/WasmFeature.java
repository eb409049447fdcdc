package dev.sluice.abi.profile;

/** What a module may need of WebAssembly 3.0 that not every engine has. Modules that Sluice builds need both. */
public enum WasmFeature {
  /** Structures and arrays of the engine's own heap (GC). */
  GARBAGE_COLLECTION,
  /** {@code try_table} and {@code throw}, as they were standardised at last. */
  EXCEPTION_HANDLING
}
