package dev.sluice.host.vm;

/** These bytes are no module that a Proxy-Wasm host can run; the message says which part of it and why. */
public final class ModuleRejectedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  ModuleRejectedException(String message) {
    super(message);
  }

  ModuleRejectedException(String message, Throwable cause) {
    super(message, cause);
  }
}
