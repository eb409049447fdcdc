package dev.sluice.host.vm;

/**
 * One function that a module may import.
 *
 * @param signature see {@link Signature}
 */
record Link(String module, String name, String signature, Availability availability, Body body) {

  private static final String PROXY = "env";

  static Link proxy(String name, String signature, Body body) {
    return new Link(PROXY, name, signature, Availability.RUNNING, body);
  }

  Link allowed(Availability when) {
    return new Link(module, name, signature, when, body);
  }

  /** False for a function of WASI. */
  boolean isProxy() {
    return module.equals(PROXY);
  }

  String qualifiedName() {
    return module + "." + name;
  }

  /** What the function does; a function without a result returns 0. */
  interface Body {
    int call(GuestCalls guest, Arguments arguments);
  }

  /** The arguments as the engine hands them over. */
  static final class Arguments {
    private final long[] values;

    Arguments(long[] values) {
      this.values = values;
    }

    int i32(int index) {
      return (int) values[index];
    }

    long i64(int index) {
      return values[index];
    }
  }
}
