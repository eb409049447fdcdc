package dev.sluice.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import dev.sluice.dsl.SluicePlugin;
import java.util.stream.Stream;

/** The plugins of the examples. */
public final class Examples {
  private Examples() {}

  public static Stream<Class<?>> plugins() {
    return new ClassFileImporter().importPackages("dev.sluice.examples")
        .stream()
        .filter(type -> type.isAssignableTo(SluicePlugin.class) && type.isTopLevelClass() && !type.isInterface())
        .map(JavaClass::reflect);
  }

  public static SluicePlugin make(Class<?> plugin) throws ReflectiveOperationException {
    return (SluicePlugin) plugin.getConstructor().newInstance();
  }
}
