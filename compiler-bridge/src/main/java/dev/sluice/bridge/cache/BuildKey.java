package dev.sluice.bridge.cache;

import java.nio.file.Path;
import java.util.List;

/**
 * What a build is asked for, apart from the content of the class path.
 *
 * @param classPath what TeaVM reads, in order
 * @param tool the archives and folders of the compiler itself
 * @param words the plugin's class, the options, and whatever else the result depends on
 */
public record BuildKey(List<Path> classPath, List<Path> tool, List<String> words) {
  public BuildKey {
    classPath = List.copyOf(classPath);
    tool = List.copyOf(tool);
    words = List.copyOf(words);
  }
}
