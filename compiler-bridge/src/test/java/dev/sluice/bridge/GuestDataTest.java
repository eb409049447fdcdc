package dev.sluice.bridge;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.sluice.bridge.probe.DataUses;
import java.nio.file.Path;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** The formats give the same in wasm as on this JVM, where their own tests hold them against the JDK. */
final class GuestDataTest {
  @TempDir Path folder;

  @TestFactory
  Stream<DynamicTest> theFormatsGiveTheSameBytes() throws Exception {
    Guest guest = Guest.of(DataUses.class, folder);
    return IntStream.range(0, DataUses.COUNT)
        .mapToObj(
            number -> DynamicTest.dynamicTest(
                "case " + number, () -> assertEquals(DataUses.run(number), guest.run(number))));
  }
}
