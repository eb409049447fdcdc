package dev.sluice.testkit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.TestTemplate;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A test that runs once in every {@link Place} of this run (see {@link Places}), with a {@link PluginUnderTest} as its
 * parameter: the plugin that {@link UsePlugin} names. The plugin is compiled once for a run, and started once for a
 * test class and place.
 *
 * <pre>{@code
 * @UsePlugin(RequireUser.class)
 * class RequireUserTest {
 *   @EveryPlace
 *   void refusesStrangers(PluginUnderTest plugin) {
 *     assertEquals(403, plugin.send(get("/")).status());
 *   }
 * }
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@TestTemplate
@ExtendWith(EveryPlaceExtension.class)
public @interface EveryPlace {
  /** The kinds of places that have what the test is about; the others are left out. */
  Place.Kind[] in() default {Place.Kind.JVM, Place.Kind.EMBEDDED, Place.Kind.ENVOY};
}
