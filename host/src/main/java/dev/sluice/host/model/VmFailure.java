package dev.sluice.host.model;

/** The VM of a plugin cannot go on: it trapped, overflowed its stack, or broke a rule of the host. */
public final class VmFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public VmFailure(String message) {
    super(message);
  }

  public VmFailure(String message, Throwable cause) {
    super(message, cause);
  }

  /** What leaves Java code that must not throw. */
  static VmFailure of(Throwable cause) {
    return new VmFailure(
        cause instanceof StackOverflowError ? "call stack exhausted" : "a Java exception left the plugin: " + cause,
        cause);
  }
}
