package dev.sluice.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.sluice.check.PluginCheck;
import dev.sluice.check.Severity;
import io.vavr.collection.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The check raises no false alarm over the examples. */
class ExampleFindingsTest {
  @ParameterizedTest
  @MethodSource("dev.sluice.architecture.Examples#plugins")
  void nothingIsFound(Class<?> example) throws ReflectiveOperationException {
    assertEquals(List.empty(),
        PluginCheck.of(Examples.make(example)).filter(finding -> finding.severity() != Severity.NOTE));
  }
}
