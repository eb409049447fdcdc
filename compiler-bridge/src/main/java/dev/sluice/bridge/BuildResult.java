package dev.sluice.bridge;

import io.vavr.control.Option;
import java.nio.file.Path;

/** A finished module, its manifest and where both are. */
public record BuildResult(Path wasm, Path manifestFile, Manifest manifest) {
  /** The file with the JSON Schema of the plugin's settings; none where the plugin decodes none. */
  public Option<Path> settingsSchemaFile() {
    return Option.of(manifest.settingsSchema()).map(manifestFile::resolveSibling);
  }
}
