package dev.sluice.cli.command;

import dev.sluice.bridge.cache.BuildCache;
import dev.sluice.cli.project.Workspace;
import io.vavr.collection.Vector;
import picocli.CommandLine.Option;

/** The word that says whether modules of earlier builds count. */
final class CacheWords {
  private static final String NO_CACHE = "--no-cache";

  @Option(names = NO_CACHE,
      description = "Compiles the module also where nothing changed since it was compiled before.") private boolean off;

  /** The words that another command understands in the same way. */
  Vector<String> words() {
    return off ? Vector.of(NO_CACHE) : Vector.empty();
  }

  BuildCache of(Workspace workspace) {
    return off ? BuildCache.none() : BuildCache.in(workspace.kept());
  }
}
