package dev.sluice.bridge.cache;

import io.vavr.control.Option;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Function;

/**
 * Modules of earlier builds, so that one is not compiled again whose inputs did not change: the plugin's class and what
 * TeaVM looked for from there on, archives, options, the compiler and the JDK. A build in doubt compiles: when files
 * changed while it ran, or code of the plugin's ran in the compiler.
 */
public final class BuildCache {
  private static final long MOST_BYTES = 256L << 20;

  private final Option<ModuleFiles> files;

  private BuildCache(Option<ModuleFiles> files) {
    this.files = files;
  }

  /** Keeps nothing: every build compiles. */
  public static BuildCache none() {
    return new BuildCache(Option.none());
  }

  /** Keeps up to 256 MiB in this folder, which is made where it is missing. Several builds may use it at a time. */
  public static BuildCache in(Path folder) {
    return in(folder, MOST_BYTES);
  }

  static BuildCache in(Path folder, long mostBytes) {
    return new BuildCache(Option.some(new ModuleFiles(folder, mostBytes)));
  }

  /**
   * The cache of a project, in {@code cache} of its {@link ProjectFolder}; none where the system property
   * {@code sluice.cache} is {@code off}.
   */
  public static BuildCache ofProject() {
    return "off".equals(System.getProperty("sluice.cache")) ? none() : in(ProjectFolder.locate().resolve("cache"));
  }

  /**
   * A module.
   *
   * @param kept true if it comes out of the cache
   */
  @SuppressWarnings("ArrayRecordComponent") // handed on once, never compared
  public record Module(byte[] bytes, boolean kept) {}

  /** The module of this key, which is compiled where it is not there yet. The compiler says what it looks for. */
  public Module module(BuildKey key, Function<ReadNames, byte[]> compiler) {
    ReadNames names = new ReadNames();
    if (files.isEmpty()) {
      return new Module(compiler.apply(names), false);
    }
    Option<BuildInputs> before = Option.none();
    try {
      BuildInputs inputs = BuildInputs.of(key);
      Option<byte[]> kept = files.get().find(inputs);
      if (kept.isDefined()) {
        return new Module(kept.get(), true);
      }
      inputs.readAll();
      before = Option.some(inputs);
    } catch (IOException e) {
      // A cache that cannot be used is no reason not to build.
    }
    byte[] module = compiler.apply(names);
    before.forEach(inputs -> keep(key, inputs, names, module));
    return new Module(module, false);
  }

  private void keep(BuildKey key, BuildInputs before, ReadNames names, byte[] module) {
    try {
      BuildInputs after = BuildInputs.of(key);
      boolean same = after.unit().equals(before.unit())
          && after.digest(names.files()).equals(before.digest(names.files()));
      if (same && names.loaded().stream().noneMatch(before::countsAlone)) {
        files.get().keep(before, new KeptModule(names.files(), module));
      }
    } catch (IOException e) {
      // Likewise.
    }
  }
}
