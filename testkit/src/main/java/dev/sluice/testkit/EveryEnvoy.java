package dev.sluice.testkit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.TestTemplate;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A test that runs once with every Envoy of this run (see {@link Places}), with a
 * {@link dev.sluice.testkit.envoy.EnvoyBinary} as a parameter: for what only an Envoy of its own can show.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@TestTemplate
@ExtendWith(EveryEnvoyExtension.class)
public @interface EveryEnvoy {}
