/**
 * JSON Schema (draft 2020-12) of plugins' settings. Code of tools on the JVM: nothing in a module reaches it.
 */
package dev.sluice.schema;
