/**
 * The guest's side of the ABI: exports, imports and linear memory. Nothing outside of this package knows that linear
 * memory exists; nothing here runs on a JVM. The compiler fills in the native methods that have no import.
 */
package dev.sluice.abi.guest;
