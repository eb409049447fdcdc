package dev.sluice.abi.profile;

/** What a module may need of WebAssembly 3.0 that not every engine has. Modules that Sluice builds need both. */
public enum WasmFeature {
  /** Structures and arrays of the engine's own heap. */
  GARBAGE_COLLECTION("gc"),
  /** {@code try_table} and {@code throw}, as they were standardised at last. */
  EXCEPTION_HANDLING("exception-handling");

  private final String id;

  WasmFeature(String id) {
    this.id = id;
  }

  /** Its name in tools and in manifests. */
  public String id() {
    return id;
  }
}
