package dev.sluice.bridge;

import java.nio.file.Path;

/** A finished module, its manifest and where both are. */
public record BuildResult(Path wasm, Path manifestFile, Manifest manifest) {}
