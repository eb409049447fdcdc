/** A test kit for plugins: one test, run on the JVM, in Sluice's own host and in real Envoys. */
package dev.sluice.testkit;
