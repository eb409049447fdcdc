package dev.sluice.cli.command;

import dev.sluice.bridge.cache.BuildCache;
import dev.sluice.cli.project.Workspace;
import picocli.CommandLine.Option;

/** The word that says whether modules of earlier builds count. */
final class CacheWords {
  @Option(names = "--no-cache",
      description = "Compiles the module also where nothing changed since it was compiled before.") private boolean off;

  BuildCache of(Workspace workspace) {
    return off ? BuildCache.none() : BuildCache.in(workspace.kept());
  }
}
