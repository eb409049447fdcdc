package dev.sluice.bridge.cache;

import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * The files of a cache: {@code UNIT/DIGEST}, both of {@link BuildInputs}. Files come by an atomic move and are never
 * changed, so that several builds can use the folder at a time; what was not used for longest goes first.
 *
 * @param mostBytes how much all files may take together
 */
record ModuleFiles(Path folder, long mostBytes) {
  /** How many states of the sources of one plugin are kept. */
  private static final int MOST_OF_A_UNIT = 16;

  private record Used(Path file, long size, FileTime time) {}

  /** The module that was built of these inputs. */
  Option<byte[]> find(BuildInputs inputs) throws IOException {
    for (Used kept : files(folder.resolve(inputs.unit()))) {
      Option<KeptModule> module = read(kept.file());
      if (module.isDefined()
          && inputs.digest(module.get().names()).equals(kept.file().getFileName().toString())) {
        touch(kept.file());
        return module.map(KeptModule::module);
      }
    }
    return Option.none();
  }

  void keep(BuildInputs inputs, KeptModule module) throws IOException {
    Path unit = Files.createDirectories(folder.resolve(inputs.unit()));
    Path fresh = unit.resolve(UUID.randomUUID() + ".tmp");
    String name = inputs.digest(module.names());
    try {
      Files.write(fresh, module.toBytes(name));
      Files.move(fresh, unit.resolve(name), StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(fresh);
    }
    for (Used old : files(unit).drop(MOST_OF_A_UNIT)) {
      Files.deleteIfExists(old.file());
    }
    long left = mostBytes;
    for (Used file : files(folder)) {
      left -= file.size();
      if (left < 0) {
        Files.deleteIfExists(file.file());
        deleteIfEmpty(file.file().getParent());
      }
    }
  }

  private static void deleteIfEmpty(Path unit) {
    try {
      Files.deleteIfExists(unit);
    } catch (IOException e) {
      // It still has files.
    }
  }

  /** A file that is damaged is of no use to anybody. */
  private static Option<KeptModule> read(Path file) throws IOException {
    try {
      Option<KeptModule> module = KeptModule.of(file.getFileName().toString(), Files.readAllBytes(file));
      if (module.isEmpty()) {
        Files.deleteIfExists(file);
      }
      return module;
    } catch (NoSuchFileException e) {
      // Another build has made room.
      return Option.none();
    }
  }

  private static void touch(Path file) {
    try {
      Files.setLastModifiedTime(file, FileTime.from(Instant.now()));
    } catch (IOException e) {
      // The folder of another user, or the file is gone: then it only counts as older than it is.
    }
  }

  /** All files below a folder, the one used last first. */
  private static Vector<Used> files(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return Vector.empty();
    }
    try (Stream<Path> found = Files.walk(folder)) {
      return Vector.ofAll(found.toList()).flatMap(ModuleFiles::used).sortBy(Used::time).reverse();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private static Option<Used> used(Path path) {
    try {
      BasicFileAttributes now = Files.readAttributes(path, BasicFileAttributes.class);
      return now.isRegularFile() ? Option.some(new Used(path, now.size(), now.lastModifiedTime())) : Option.none();
    } catch (IOException e) {
      return Option.none();
    }
  }
}
