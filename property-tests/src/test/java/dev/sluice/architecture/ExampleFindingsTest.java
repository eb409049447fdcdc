package dev.sluice.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import dev.sluice.check.PluginCheck;
import dev.sluice.check.Severity;
import dev.sluice.dsl.SluicePlugin;
import io.vavr.collection.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The check raises no false alarm over the examples. */
class ExampleFindingsTest {
  static Stream<Class<?>> examples() {
    return new ClassFileImporter().importPackages("dev.sluice.examples")
        .stream()
        .filter(type -> type.isAssignableTo(SluicePlugin.class) && type.isTopLevelClass() && !type.isInterface())
        .map(JavaClass::reflect);
  }

  @ParameterizedTest
  @MethodSource("examples")
  void nothingIsFound(Class<?> example) throws ReflectiveOperationException {
    SluicePlugin plugin = (SluicePlugin) example.getConstructor().newInstance();
    assertEquals(List.empty(),
        PluginCheck.of(plugin).filter(finding -> finding.severity() != Severity.NOTE));
  }
}
