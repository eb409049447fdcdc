package dev.sluice.testkit.foreign;

import dev.sluice.testkit.ForeignModule;
import java.nio.file.Path;

/** The plugins in {@code src/test/c}. */
final class CPlugins {
  private CPlugins() {}

  /** Header maps, a local reply, a property. */
  public static final class Headers implements ForeignModule {
    @Override
    public Path file() {
      return Zig.compile("headers");
    }
  }

  /** Bodies, held and in pieces. */
  public static final class Body implements ForeignModule {
    @Override
    public Path file() {
      return Zig.compile("body");
    }
  }

  /** An HTTP callout that decides about the request. */
  public static final class Callout implements ForeignModule {
    @Override
    public Path file() {
      return Zig.compile("callout");
    }
  }

  /** Shared data and metrics. */
  public static final class State implements ForeignModule {
    @Override
    public Path file() {
      return Zig.compile("state");
    }
  }

  /** The C library on WASI. */
  public static final class Wasi implements ForeignModule {
    @Override
    public Path file() {
      return Zig.compile("wasi");
    }
  }
}
