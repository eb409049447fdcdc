package dev.sluice.testkit.acceptance.conformance;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The functions of the ABI that a test is about, by their names in the ABI. The test fails in a place where one of them
 * has not been called, except for a reason that {@link AbiFunctions} names.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@ExtendWith(CoverageCheck.class)
public @interface Covers {
  String[] value();
}
