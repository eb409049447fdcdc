package dev.sluice.testkit;

import dev.sluice.dsl.SluicePlugin;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The plugin that {@link EveryPlace} tests of a class, or one of them, are about. */
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface UsePlugin {
  Class<? extends SluicePlugin> value();

  /** The configuration that the plugin gets. */
  String settings() default "";

  /** True where the plugin logs errors because the test provokes them; else such a line fails the test class. */
  boolean logsErrors() default false;
}
