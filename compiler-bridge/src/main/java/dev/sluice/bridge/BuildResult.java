package dev.sluice.bridge;

import io.vavr.control.Option;
import java.nio.file.Path;

/**
 * A finished module, its manifest and where both are.
 *
 * @param kept true if the module was not compiled now, but comes out of the cache
 */
public record BuildResult(Path wasm, Path manifestFile, Manifest manifest, boolean kept) {
  /** The file with the JSON Schema of the plugin's settings; none where the plugin decodes none. */
  public Option<Path> settingsSchemaFile() {
    return Option.of(manifest.settingsSchema()).map(manifestFile::resolveSibling);
  }
}
