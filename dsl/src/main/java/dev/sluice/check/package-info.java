/** What is wrong with a pipeline, or likely to be, found in its steps before they run. For tools on the JVM. */
package dev.sluice.check;
