package dev.sluice.abi;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Code that only works when the host makes these callbacks. The compiler exports a callback exactly when a plugin's
 * code can reach a method or constructor with this annotation: sound whatever the settings turn out to be, and free
 * for a plugin that does not use the word.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.CONSTRUCTOR})
public @interface Needs {
  Callback[] value();
}
