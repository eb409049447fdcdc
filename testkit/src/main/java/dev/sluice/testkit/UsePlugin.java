package dev.sluice.testkit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The plugin that {@link EveryPlace} tests of a class, or one of them, are about. Where there are several, the first one
 * sees requests first.
 */
@Documented
@Inherited
@Repeatable(UsePlugins.class)
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface UsePlugin {
  /**
   * A {@link dev.sluice.dsl.SluicePlugin} or, for a plugin written against the ABI alone, a
   * {@link dev.sluice.abi.event.HostCallbacksFactory}; for one in another language, a {@link ForeignModule}.
   */
  Class<?> value();

  /** Its name, also as root id; the class's simple name unless given. */
  String name() default "";

  /** The configuration that the plugin gets. */
  String settings() default "";

  /** The configuration that its VM gets. */
  String vmSettings() default "";

  /** The VM's id; the plugin's name unless given. Plugins of one class with the same id share a VM. */
  String vm() default "";

  /**
   * True where a plugin against the ABI alone holds headers while it reads the body
   * ({@code allow_on_headers_stop_iteration}); of a pipeline it is known.
   */
  boolean stopsHeaders() default false;

  /** True where the plugin logs errors because the test provokes them; else such a line fails the test class. */
  boolean logsErrors() default false;
}
