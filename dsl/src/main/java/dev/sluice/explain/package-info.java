/** What a pipeline will do, said before it runs. For tools on the JVM; no byte of it is in a module. */
package dev.sluice.explain;
