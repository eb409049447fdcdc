package dev.sluice.bridge;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.sluice.bridge.probe.JavaExceptions;
import dev.sluice.bridge.probe.JdkUses;
import dev.sluice.bridge.probe.MathFunctions;
import dev.sluice.bridge.probe.Throws;
import java.nio.file.Path;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Java in a module is Java: the same cases on this JVM and in wasm. */
final class GuestJavaTest {
  @TempDir Path folder;

  @TestFactory
  Stream<DynamicTest> exceptionsAreTheSame() throws Exception {
    Guest guest = Guest.of(JavaExceptions.class, folder);
    return IntStream.range(0, JavaExceptions.COUNT)
        .mapToObj(
            number -> DynamicTest.dynamicTest(
                JavaExceptions.NAMES.get(number),
                () -> {
                  String inWasm = guest.run(number);
                  assertEquals(onJvm(number), withoutMessage(inWasm), "whole answer: " + inWasm);
                  assertEquals("-2147483648", guest.run(2), "the next case still works");
                }));
  }

  private static String onJvm(int number) {
    try {
      return String.valueOf(JavaExceptions.run(number));
    } catch (Throwable failure) {
      return failure.getClass().getName();
    }
  }

  /** Messages of exceptions that the runtime itself makes differ between JVMs too. */
  private static String withoutMessage(String outcome) {
    int colon = outcome.indexOf(':');
    return colon < 0 ? outcome : outcome.substring(0, colon);
  }

  @TestFactory
  Stream<DynamicTest> mathIsStrictMathToTheBit() throws Exception {
    Guest guest = Guest.of(MathFunctions.class, folder);
    return IntStream.range(0, MathFunctions.COUNT)
        .mapToObj(
            number -> DynamicTest.dynamicTest(
                MathFunctions.name(number),
                () -> assertEquals(MathFunctions.fingerprint(number), guest.run(number))));
  }

  @TestFactory
  Stream<DynamicTest> theJdkAndVavrGiveTheSameBytes() throws Exception {
    Guest guest = Guest.of(JdkUses.class, folder);
    return IntStream.range(0, JdkUses.COUNT)
        .mapToObj(
            number -> DynamicTest.dynamicTest(
                JdkUses.run(number), () -> assertEquals(JdkUses.run(number), guest.run(number))));
  }

  @Test
  void whatACallbackThrowsDoesNotLeaveTheModule() throws Exception {
    Guest guest = Guest.of(Throws.class, folder);
    for (int context : new int[] {7, 8}) {
      assertEquals(
          "uncaught in onRequestHeaders: java.lang.IllegalStateException: context " + context, guest.run(context));
    }
  }
}
