package dev.sluice.bridge.cache;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * All that a build can read, as it is now. The compiler, archives and what registers extensions of the compiler count as
 * a whole; of the files in folders only those count that a build has looked for, and those that were not there.
 */
final class BuildInputs {
  private static final String META = "META-INF/";
  private static final String EXTENSIONS = META + "services/org.teavm.";

  private final String unit;

  /** Of each folder, by its position on the class path, the files by name. */
  private final SortedMap<Integer, SortedMap<String, Path>> folders;
  private final Set<Integer> whole;
  private final Map<String, String> known = new HashMap<>();

  private BuildInputs(String unit, SortedMap<Integer, SortedMap<String, Path>> folders, Set<Integer> whole) {
    this.unit = unit;
    this.folders = folders;
    this.whole = whole;
  }

  static BuildInputs of(BuildKey key) throws IOException {
    Fingerprint unit = new Fingerprint();
    key.words().forEach(unit::add);
    SortedMap<Integer, SortedMap<String, Path>> folders = new TreeMap<>();
    Set<Integer> whole = new HashSet<>();
    List<Path> all = new ArrayList<>(key.classPath());
    all.addAll(key.tool());
    for (int i = 0; i < all.size(); i++) {
      Path entry = all.get(i);
      unit.add(i < key.classPath().size() ? "class path" : "tool");
      if (!Files.isDirectory(entry)) {
        unit.add(Archives.digest(entry));
        continue;
      }
      SortedMap<String, Path> files = files(entry);
      if (i < key.classPath().size()) {
        folders.put(i, files);
      }
      if (key.tool().contains(entry) || files.keySet().stream().anyMatch(name -> name.startsWith(EXTENSIONS))) {
        whole.add(i);
      }
      for (Map.Entry<String, Path> file : files.entrySet()) {
        if (whole.contains(i) || file.getKey().startsWith(META)) {
          unit.add(file.getKey()).add(Files.readAllBytes(file.getValue()));
        }
      }
    }
    return new BuildInputs(unit.hex(), folders, whole);
  }

  private static SortedMap<String, Path> files(Path folder) throws IOException {
    SortedMap<String, Path> files = new TreeMap<>();
    try (Stream<Path> found = Files.walk(folder, FileVisitOption.FOLLOW_LINKS)) {
      found.filter(Files::isRegularFile)
          .forEach(file -> files.put(folder.relativize(file).toString().replace('\\', '/'), file));
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    return files;
  }

  /** A digest of what counts as a whole. */
  String unit() {
    return unit;
  }

  /** A digest of what the folders hold under these names, in their order. */
  String digest(SortedSet<String> names) throws IOException {
    Fingerprint digest = new Fingerprint();
    for (String name : names) {
      String content = known.get(name);
      if (content == null) {
        content = content(name);
        known.put(name, content);
      }
      digest.add(name).add(content);
    }
    return digest.hex();
  }

  /** Reads all files now, so that digests tell what they held at this moment. */
  void readAll() throws IOException {
    SortedSet<String> names = new TreeSet<>();
    folders.values().forEach(files -> names.addAll(files.keySet()));
    digest(names);
  }

  /** Whether a file of this name does not count as a whole. */
  boolean countsAlone(String name) {
    return folders.entrySet()
        .stream()
        .anyMatch(folder -> !whole.contains(folder.getKey()) && folder.getValue().containsKey(name));
  }

  private String content(String name) throws IOException {
    Fingerprint content = new Fingerprint();
    for (Map.Entry<Integer, SortedMap<String, Path>> folder : folders.entrySet()) {
      Path file = folder.getValue().get(name);
      if (file != null) {
        content.add(Integer.toString(folder.getKey())).add(Files.readAllBytes(file));
      }
    }
    return content.hex();
  }
}
