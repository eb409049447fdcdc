package dev.sluice.bridge.cache;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vavr.collection.Vector;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.teavm.parsing.resource.ResourceProvider;

/** With a compiler that makes the content of one class the module. */
class BuildCacheTest {
  private static final String NAME = "p/A.class";
  private static final int ROOM = 1 << 20;

  @TempDir Path folder;
  private Path classes;
  private Path kept;
  private int compiled;

  @BeforeEach
  void aClass() throws IOException {
    classes = Files.createDirectories(folder.resolve("classes/p")).getParent();
    kept = folder.resolve("cache");
    write("one");
  }

  @Test
  void theSecondBuildIsAHit() {
    assertBuilt("one", false);
    assertBuilt("one", true);
    assertEquals(1, compiled);
  }

  @Test
  void aChangedClassIsAMissAndTheOldOneIsStillThere() throws IOException {
    assertBuilt("one", false);
    write("two");
    assertBuilt("two", false);
    write("one");
    assertBuilt("one", true);
    write("two");
    assertBuilt("two", true);
  }

  @Test
  void aDamagedFileIsCompiledAgain() throws IOException {
    assertBuilt("one", false);
    byte[] good = Files.readAllBytes(files().head());
    for (int length : new int[] {0, 10, good.length - 1}) {
      Files.write(files().head(), Arrays.copyOf(good, length));
      assertBuilt("one", false);
    }
    for (int at = 0; at < good.length; at += 7) {
      byte[] damaged = good.clone();
      damaged[at] ^= 1;
      Files.write(files().head(), damaged);
      assertBuilt("one", false);
    }
    assertBuilt("one", true);
  }

  @Test
  void aFileUnderTheNameOfAnotherIsNoHit() throws IOException {
    assertBuilt("one", false);
    Path first = files().head();
    byte[] old = Files.readAllBytes(first);
    write("two");
    assertBuilt("two", false);
    Files.delete(first);
    Files.write(files().head(), old);
    assertBuilt("two", false);
  }

  @Test
  void whatChangesMeanwhileIsNotKept() throws IOException {
    cache(ROOM).module(key(), names -> {
      byte[] module = compile(names);
      write("two");
      return module;
    });
    assertEquals(Vector.empty(), files());
    assertBuilt("two", false);
  }

  @Test
  void whatRanInTheCompilerIsNotKept() {
    cache(ROOM).module(key(), names -> {
      assertThrows(ClassFormatError.class, () -> names.recorded(loader()).loadClass("p.A"));
      return compile(names);
    });
    assertEquals(Vector.empty(), files());
  }

  @Test
  void aBuildThatFailsLeavesNothing() {
    assertThrows(IllegalStateException.class, () -> cache(ROOM).module(key(), names -> {
      throw new IllegalStateException("does not compile");
    }));
    assertEquals(Vector.empty(), files());
  }

  @Test
  void theOldestMakeRoom() throws IOException {
    assertBuilt("one", false);
    long size = Files.size(files().head());
    Files.setLastModifiedTime(files().head(), FileTime.fromMillis(1000));
    write("two");
    build(cache(2 * size + size / 2));
    Files.setLastModifiedTime(files().find(file -> time(file) > 1000).get(), FileTime.fromMillis(2000));
    write("one");
    assertTrue(build(cache(ROOM)).kept(), "used, so no longer the oldest");
    write("six");
    build(cache(2 * size + size / 2));
    assertEquals(2, files().size());
    write("one");
    assertTrue(build(cache(ROOM)).kept());
    write("two");
    assertFalse(build(cache(ROOM)).kept());
  }

  @Test
  void nothingIsLeftOfAPluginWithoutModules() throws IOException {
    build(cache(0));
    try (Stream<Path> units = Files.list(kept)) {
      assertEquals(0, units.count());
    }
  }

  @Test
  void aPluginKeepsItsLastStates() throws IOException {
    for (int i = 0; i < 20; i++) {
      write("state " + i);
      build(cache(ROOM));
    }
    assertEquals(16, files().size());
  }

  @Test
  void aFolderThatCannotBeWrittenDoesNotStopTheBuild() throws IOException {
    Files.writeString(kept, "no folder");
    assertBuilt("one", false);
    assertBuilt("one", false);
  }

  @Test
  void withoutACacheEveryBuildCompiles() {
    assertFalse(build(BuildCache.none()).kept());
    assertFalse(build(BuildCache.none()).kept());
    assertEquals(2, compiled);
  }

  @Test
  void severalBuildsAtATimeAllGetTheirModule() throws Exception {
    BuildCache cache = cache(ROOM);
    Function<ReadNames, byte[]> compiler = names -> {
      names.recorded(resources()).getResources(NAME);
      return "one".getBytes(UTF_8);
    };
    Callable<String> build = () -> new String(cache.module(key(), compiler).bytes(), UTF_8);
    try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
      for (Future<String> built : threads.invokeAll(Collections.nCopies(64, build))) {
        assertEquals("one", built.get());
      }
    }
    assertEquals(1, files().size());
  }

  private void assertBuilt(String module, boolean hit) {
    BuildCache.Module built = build(cache(ROOM));
    assertEquals(module, new String(built.bytes(), UTF_8));
    assertEquals(hit, built.kept());
  }

  private BuildCache.Module build(BuildCache cache) {
    return cache.module(key(), this::compile);
  }

  private byte[] compile(ReadNames names) {
    compiled++;
    try {
      return names.recorded(resources()).getResource(NAME).open().readAllBytes();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private ResourceProvider resources() {
    return ResourceProvider.ofClassPath(List.of(classes.toFile()));
  }

  private ClassLoader loader() {
    try {
      return new URLClassLoader(new URL[] {classes.toUri().toURL()});
    } catch (MalformedURLException e) {
      throw new AssertionError(e);
    }
  }

  private BuildCache cache(long room) {
    return BuildCache.in(kept, room);
  }

  private BuildKey key() {
    return new BuildKey(List.of(classes), List.of(), List.of());
  }

  private void write(String text) {
    try {
      Files.writeString(classes.resolve(NAME), text);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private Vector<Path> files() {
    try (Stream<Path> files = Files.exists(kept) ? Files.walk(kept) : Stream.empty()) {
      return Vector.ofAll(files.filter(Files::isRegularFile).toList());
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static long time(Path file) {
    try {
      return Files.getLastModifiedTime(file).toMillis();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
