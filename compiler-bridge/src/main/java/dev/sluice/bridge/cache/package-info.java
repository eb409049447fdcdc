/** Modules that were built before, for builds whose inputs did not change. */
package dev.sluice.bridge.cache;
